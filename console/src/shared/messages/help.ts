/** What `?` opens on pages that have no list of keys of their own. */
export const help = {
  open: 'Help for this page',
  keysTitle: 'Keys',
  keys: [
    ['g c', 'Contacts'],
    ['g d', 'Dashboard'],
    ['g u', 'Upload'],
    ['g f', 'Contact flow'],
    ['?', 'This help'],
  ] as const,
  pages: {
    dashboard: {
      title: 'Dashboard',
      lines: [
        'Figures over the contacts that began in the chosen time and pass the chosen queues and agents.',
        'Every number, bar and row opens the list of contacts behind it. In a chart, choose a bar or a point and follow the links that open; “As a table” shows the same figures as links.',
        'The address keeps what you chose, so that a link shows others the same figures.',
      ],
    },
    upload: {
      title: 'Upload',
      lines: [
        'Hands recordings in that Amazon Connect did not deliver. A contact record with the fields of the form is made for each.',
        'A finished transcript goes with the recording of the same name: call.wav takes call.vtt, call.srt or call.transcribe.json.',
        'The same recording again is the same contact: it is made anew, not a second time.',
      ],
    },
    doctor: {
      title: 'Doctor',
      lines: [
        'Each check says what it looked at, what it found there, and what to do. What needs care stands first.',
        'Checks ask the database, the disk and the services that are set up. They change nothing, and run only when somebody asks.',
        '“Not used” is no fault: this part is not set up here. ./aftercall doctor shows the same in a terminal.',
      ],
    },
    account: {
      title: 'My account',
      lines: [
        'Who you are here, what you may do and for which contacts, and where you are signed in.',
        'To end a sign-in ends the links that were made in it too. A new password ends all your other sign-ins.',
      ],
    },
    access: {
      title: 'Access',
      lines: [
        'Who may sign in, and what each may do. Permissions come in sets; a set is given to users or to groups. What a user has through several sets adds up.',
        'AC_CallRecording is the set that gives listening, as in the original. The built-in sets cannot be changed; make your own beside them.',
        'What is changed here takes effect with the next request of whom it concerns. The audit trail keeps each change.',
      ],
    },
    credentials: {
      title: 'Salesforce credentials',
      lines: [
        'The secret SalesforceCredentials, with which Aftercall signs in to Salesforce and signs links to recordings.',
        'Values can be set, replaced and removed, and never be read. Of the signing key its length and a fingerprint are shown, to be compared with your copy.',
      ],
    },
    audit: {
      title: 'Audit trail',
      lines: [
        'Every play, download, export, change, sign-in and refused attempt, newest first. It is written before the bytes flow, and nobody can change it.',
        'The address keeps the filters, so that a link shows others the same. “As a table” saves all that the filters leave, not only what is shown.',
      ],
    },
    publication: {
      title: 'Publication',
      lines: [
        'Each contact whose record asks for it is copied into Salesforce. Contacts wait when the org does not answer, has no calls left, or somebody paused it; none is lost, and nothing is written twice.',
        'Given up are contacts that Salesforce refused, such as by a validation rule, or that could not be written for days. Mend what the reason says, then publish them again.',
        'To pause holds for all servers. The audit trail keeps who paused, resumed and tried again.',
      ],
    },
    streams: {
      title: 'Streams',
      lines: [
        'A stream is read in partitions, each by one server at a time. Its place is noted only after its records are stored, so that none is lost; what comes twice does no harm.',
        'A record that cannot be taken is set aside and the stream goes on. Take it again once its reason is gone, or dismiss it.',
        'A backfill reads records of a time that has gone by once more. It goes on by itself, after a restart too.',
      ],
    },
    contactFlow: {
      title: 'Contact flow',
      lines: [
        'What to set in a contact flow of Amazon Connect, so that its contacts are imported, transcribed and analysed.',
        'Choose what you want; the block and the flow follow your choice. The table at the end shows whether the attributes arrive.',
      ],
    },
  },
};
