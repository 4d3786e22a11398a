import type { Permission, Reach } from '@/api/types';

const names: Record<Permission, string> = {
  listen: 'Listen',
  readTranscript: 'Read transcripts',
  unredacted: 'Hear what is not redacted',
  annotate: 'Annotate',
  download: 'Download',
  export: 'Export',
  link: 'Share by link',
  delete: 'Delete',
  submit: 'Submit',
  audit: 'Read the audit trail',
  administer: 'Administer',
};

const contacts: Record<Reach, string> = { none: 'No contacts', own: 'Own contacts', all: 'All contacts' };

export const rights = {
  names,
  how: {
    listen: 'Hear recordings and see their waveforms.',
    readTranscript: 'Read and search what was said, with key phrases and entities.',
    unredacted: 'Hear and save recordings that are not redacted. Without it only redacted ones.',
    annotate: 'Comment, correct the transcript, swap the sides, run the analysis again.',
    download: 'Save a recording or a transcript as a file.',
    export: 'Save many contacts at once as a file.',
    link: 'Make a link with which others hear or read one contact without signing in.',
    delete: 'Move contacts to the bin, and out of it.',
    submit: 'Hand in contact records and recordings.',
    audit: 'See who heard, read, downloaded and changed what.',
    administer: 'Manage users, tokens, keys, credentials and settings. Who has this can also take the others.',
  } satisfies Record<Permission, string>,
  contacts,
  contactsHow: {
    none: 'For who only administers, or only reads the audit trail.',
    own: 'Those whose agent is the user.',
    all: 'Whoever the agent is.',
  } satisfies Record<Reach, string>,
  permission: 'Permission',
  ofWhich: 'Allowed',
  through: 'Through',
  yes: 'Yes',
  no: 'No',
  /** In the place of what one may not have. */
  missing: {
    listen: 'You may not listen to this recording',
    unredacted: 'You may listen to redacted recordings only, and this one is not redacted',
    readTranscript: 'You may not read this transcript',
    download: 'You may not save the files of this contact',
    submit: 'You may not hand in recordings',
    audit: 'You may not read the audit trail',
    administer: 'You may not administer Aftercall',
  },
  needed: (permission: Permission) => `It takes the permission “${names[permission]}”.`,
  ask: 'Whoever administers Aftercall for you can give it, on the page Access: directly, by a group, or by a permission set such as AC_CallRecording.',
  ownOnly: (agent: string) => `You see the contacts of the agent ${agent} only.`,
  ownWithoutAgent: 'You may see your own contacts only, and no agent’s user name is set for you: so you see none. Whoever administers Aftercall can set it.',
};
