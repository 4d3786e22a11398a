import { access } from './messages/access';
import { account } from './messages/account';
import { analysis } from './messages/analysis';
import { attachments } from './messages/attachments';
import { audit } from './messages/audit';
import { comments } from './messages/comments';
import { bulk } from './messages/bulk';
import { common } from './messages/common';
import { contactFlow } from './messages/contactflow';
import { credentials } from './messages/credentials';
import { dashboard } from './messages/dashboard';
import { details } from './messages/details';
import { doctor } from './messages/doctor';
import { embed } from './messages/embed';
import { help } from './messages/help';
import { keys } from './messages/keys';
import { list } from './messages/list';
import { login } from './messages/login';
import { navigation } from './messages/navigation';
import { player } from './messages/player';
import { publication } from './messages/publication';
import { record } from './messages/record';
import { requests } from './messages/requests';
import { rights } from './messages/rights';
import { secret } from './messages/secret';
import { signIns } from './messages/signins';
import { streams } from './messages/streams';
import { timeline } from './messages/timeline';
import { transcript } from './messages/transcript';
import { upload } from './messages/upload';
import { views } from './messages/views';
import { why } from './messages/why';

/**
 * Every sentence that the console says, in English. A translation is another object of this shape.
 * Text that the server sends (reasons, messages, what happens next) is shown as it comes.
 */
export const m = {
  ...common,
  access,
  account,
  analysis,
  attachments,
  audit,
  comments,
  contactFlow,
  credentials,
  dashboard,
  bulk,
  details,
  doctor,
  embed,
  help,
  keys,
  list,
  login,
  navigation,
  player,
  publication,
  record,
  requests,
  rights,
  secret,
  signIns,
  streams,
  timeline,
  transcript,
  upload,
  views,
  why,
};
