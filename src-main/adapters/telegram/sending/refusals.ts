import { errorName } from '../errors'

const reasons: Readonly<Record<string, string>> = {
  CHAT_WRITE_FORBIDDEN: 'This account may not write in the group. An admin can allow it in Telegram.',
  CHAT_ADMIN_REQUIRED: 'This account may not do that in the group. Make it an admin who manages topics.',
  CHAT_RESTRICTED: 'Telegram has restricted the group. Nothing can be sent there.',
  CHAT_SEND_PLAIN_FORBIDDEN: 'The group does not allow text from this account.',
  CHAT_SEND_MEDIA_FORBIDDEN: 'The group does not allow photos and files from this account.',
  CHAT_SEND_PHOTOS_FORBIDDEN: 'The group does not allow photos from this account.',
  CHAT_SEND_DOCS_FORBIDDEN: 'The group does not allow files from this account.',
  USER_BANNED_IN_CHANNEL: 'Telegram has banned this account from writing in groups.',
  USER_RESTRICTED: 'Telegram has restricted this account. It cannot write for now.',
  USER_IS_BLOCKED: 'The customer has blocked the bot. Nothing can be sent until they write again.',
  YOU_BLOCKED_USER: 'This account has blocked the customer. Unblock them in Telegram, then try again.',
  INPUT_USER_DEACTIVATED: 'The account of the customer was deleted. Nothing can be sent to it.',
  USER_DEACTIVATED: 'The account of the customer was deleted. Nothing can be sent to it.',
  USER_IS_BOT: 'A bot cannot write to another bot.',
  USER_PRIVACY_RESTRICTED: 'The customer does not take messages from this account.',
  PRIVACY_PREMIUM_REQUIRED: 'The customer takes messages from Premium accounts and contacts only.',
  CHANNEL_FORUM_MISSING: 'Topics are off in the group. In Telegram: open the group, Edit, Topics, on.',
  MESSAGE_AUTHOR_REQUIRED: 'Only what this account wrote can be edited.',
  MESSAGE_DELETE_FORBIDDEN: 'Telegram does not let this account delete the message any more.',
  MESSAGE_EDIT_TIME_EXPIRED: 'Telegram does not let this message be edited any more.',
  PEER_FLOOD: 'Telegram has limited this account for writing too much. Try again later.',
  CHANNEL_PRIVATE: 'This account is no longer in the group.',
  CHANNEL_INVALID: 'This account is no longer in the group.',
  PEER_ID_INVALID: 'This account cannot reach that chat any more.',
  TOPIC_CLOSED: 'The topic is closed. Reopen the ticket, then send.',
  TOPIC_DELETED: 'The topic was deleted in Telegram. Nothing can be sent there.',
  TOPIC_ID_INVALID: 'The topic was deleted in Telegram. Nothing can be sent there.',
  MSG_ID_INVALID: 'The message you answer was deleted. Send it without the answer.',
  MESSAGE_ID_INVALID: 'The message you answer was deleted. Send it without the answer.',
  REPLY_MESSAGE_ID_INVALID: 'The message you answer was deleted. Send it without the answer.',
  REPLY_TO_INVALID: 'The message you answer was deleted. Send it without the answer.',
  MESSAGE_EMPTY: 'There is nothing to send.',
  MESSAGE_TOO_LONG: 'The text is too long for one message. Split it in two.',
  MEDIA_CAPTION_TOO_LONG: 'The text is too long for a message with a file. Send the file by itself.',
  ENTITIES_TOO_LONG: 'There is too much formatting in one message.',
  ENTITY_BOUNDS_INVALID: 'The formatting does not fit the text. Write it again.',
  MEDIA_EMPTY: 'The file is empty.',
  FILE_PARTS_INVALID: 'The file is too big for Telegram.',
  IMAGE_PROCESS_FAILED: 'Telegram cannot read that picture. Send it as a file.',
  PHOTO_INVALID_DIMENSIONS: 'The picture is too narrow or too large. Send it as a file.',
  PHOTO_EXT_INVALID: 'Telegram cannot read that picture. Send it as a file.',
}

const passing =
  /^(?:RPC_CALL_FAIL|RPC_MCGET_FAIL|MSG_WAIT_FAILED|INTERNAL.*|.*TIMEOUT|Timeout|Timedout|WORKER_BUSY.*|NO_WORKERS_RUNNING|.*_UNAVAILABLE)$/

/** Telegram is in trouble itself; the same may be tried again. */
export function isPassing(error: unknown): boolean {
  return passing.test(errorName(error) ?? '')
}

/** Why Telegram will never take it as it is, in one or two plain sentences. */
export function refusalReason(error: unknown): string {
  const name = errorName(error) ?? 'unknown'
  return reasons[name] ?? `Telegram does not take it (${name}).`
}
