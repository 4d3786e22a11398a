import { analysis } from './messages/analysis';
import { attachments } from './messages/attachments';
import { comments } from './messages/comments';
import { common } from './messages/common';
import { details } from './messages/details';
import { keys } from './messages/keys';
import { list } from './messages/list';
import { login } from './messages/login';
import { player } from './messages/player';
import { record } from './messages/record';
import { timeline } from './messages/timeline';
import { transcript } from './messages/transcript';
import { why } from './messages/why';

/**
 * Every sentence that the console says, in English. A translation is another object of this shape.
 * Text that the server sends (reasons, messages, what happens next) is shown as it comes.
 */
export const m = {
  ...common,
  analysis,
  attachments,
  comments,
  details,
  keys,
  list,
  login,
  player,
  record,
  timeline,
  transcript,
  why,
};
