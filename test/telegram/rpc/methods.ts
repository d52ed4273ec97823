import { getPassword } from './account/get-password'
import { checkPassword } from './auth/check-password'
import { importBotAuthorization } from './auth/import-bot-authorization'
import { logOut } from './auth/log-out'
import { cancelCode, resendCode, sendCode } from './auth/send-code'
import { signIn } from './auth/sign-in'
import { signUp } from './auth/sign-up'
import { deleteMessages as deleteInGroup } from './channels/delete-messages'
import { getChannels } from './channels/get-channels'
import { getFullChannel } from './channels/get-full-channel'
import { getMessages as getGroupMessages } from './channels/get-messages'
import { readHistory as readGroup } from './channels/read-history'
import { getConfig } from './help/get-config'
import { getNearestDc } from './help/get-nearest-dc'
import { createForumTopic } from './messages/create-forum-topic'
import { deleteMessages } from './messages/delete-messages'
import { editForumTopic } from './messages/edit-forum-topic'
import { editMessage } from './messages/edit-message'
import { getDialogs, getPeerDialogs, getPinnedDialogs } from './messages/get-dialogs'
import { getForumTopics, getForumTopicsById } from './messages/get-forum-topics'
import { getHistory } from './messages/get-history'
import { getMessages } from './messages/get-messages'
import { getReplies } from './messages/get-replies'
import { readDiscussion } from './messages/read-discussion'
import { readHistory } from './messages/read-history'
import { sendMessage } from './messages/send-message'
import { setTyping } from './messages/set-typing'
import type { Method } from './method'
import { getChannelDifference } from './updates/get-channel-difference'
import { getDifference } from './updates/get-difference'
import { getState } from './updates/get-state'
import { getFullUser } from './users/get-full-user'
import { getUsers } from './users/get-users'

const all: readonly Method[] = [
  getConfig,
  getNearestDc,
  sendCode,
  resendCode,
  cancelCode,
  signIn,
  signUp,
  checkPassword,
  importBotAuthorization,
  logOut,
  getPassword,
  getUsers,
  getFullUser,
  getState,
  getDifference,
  getChannelDifference,
  getDialogs,
  getPeerDialogs,
  getPinnedDialogs,
  getHistory,
  getReplies,
  getMessages,
  getForumTopics,
  getForumTopicsById,
  createForumTopic,
  editForumTopic,
  sendMessage,
  editMessage,
  deleteMessages,
  readHistory,
  readDiscussion,
  setTyping,
  getChannels,
  getFullChannel,
  getGroupMessages,
  deleteInGroup,
  readGroup,
]

/** Every method this data centre knows, by the library's name for it. */
export const methods: ReadonlyMap<string, Method> = new Map(all.map((method) => [method.name, method]))
