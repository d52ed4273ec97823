import { getAuthorizations, resetAuthorization, resetAuthorizations } from './account/authorizations'
import { getPassword } from './account/get-password'
import { updateProfile, updateUsername } from './account/update-profile'
import { updateStatus } from './account/update-status'
import { bindTempAuthKey } from './auth/bind-temp-auth-key'
import { checkPassword } from './auth/check-password'
import { exportAuthorization, importAuthorization } from './auth/export-authorization'
import { importBotAuthorization } from './auth/import-bot-authorization'
import { logOut } from './auth/log-out'
import { acceptLoginToken, exportLoginToken, importLoginToken } from './auth/qr-login'
import { cancelCode, resendCode, sendCode } from './auth/send-code'
import { signIn } from './auth/sign-in'
import { signUp } from './auth/sign-up'
import { getBotCommands, setBotCommands } from './bots/commands'
import { createChannel } from './channels/create-channel'
import { deleteMessages as deleteInGroup } from './channels/delete-messages'
import { editAdmin, editTitle, toggleForum, toggleSlowMode } from './channels/edit-group'
import { getChannels } from './channels/get-channels'
import { getFullChannel } from './channels/get-full-channel'
import { getMessages as getGroupMessages } from './channels/get-messages'
import { getParticipant, getParticipants } from './channels/get-participants'
import { inviteToChannel, joinChannel, leaveChannel } from './channels/membership'
import { readHistory as readGroup } from './channels/read-history'
import { block, getBlocked, unblock } from './contacts/block'
import { getContacts, resolveUsername } from './contacts/resolve-username'
import { getAppConfig } from './help/get-app-config'
import { getConfig } from './help/get-config'
import { getNearestDc } from './help/get-nearest-dc'
import { addChatUser, createChat, deleteChatUser, getFullChat, migrateChat } from './messages/basic-groups'
import { getBotCallbackAnswer, setBotCallbackAnswer } from './messages/bot-callback'
import { createForumTopic } from './messages/create-forum-topic'
import { deleteMessages } from './messages/delete-messages'
import { deleteTopicHistory } from './messages/delete-topic-history'
import { editForumTopic } from './messages/edit-forum-topic'
import { editMessage } from './messages/edit-message'
import { forwardMessages } from './messages/forward-messages'
import { getChats } from './messages/get-chats'
import { getDialogs, getPeerDialogs, getPinnedDialogs } from './messages/get-dialogs'
import { getForumTopics, getForumTopicsById } from './messages/get-forum-topics'
import { getHistory } from './messages/get-history'
import { getMessages } from './messages/get-messages'
import { getReplies } from './messages/get-replies'
import { updatePinnedForumTopic } from './messages/pinned-topic'
import { readDiscussion } from './messages/read-discussion'
import { readHistory } from './messages/read-history'
import { search } from './messages/search'
import { sendMedia, sendMultiMedia, uploadMedia } from './messages/send-media'
import { sendMessage } from './messages/send-message'
import { setTyping } from './messages/set-typing'
import { startBot } from './messages/start-bot'
import type { Method } from './method'
import { getChannelDifference } from './updates/get-channel-difference'
import { getDifference } from './updates/get-difference'
import { getState } from './updates/get-state'
import { getFile } from './upload/get-file'
import { saveBigFilePart, saveFilePart } from './upload/save-file-part'
import { getFullUser } from './users/get-full-user'
import { getUsers } from './users/get-users'

const all: readonly Method[] = [
  getAppConfig,
  getChats,
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
  getAuthorizations,
  resetAuthorization,
  resetAuthorizations,
  updateStatus,
  bindTempAuthKey,
  exportAuthorization,
  importAuthorization,
  acceptLoginToken,
  exportLoginToken,
  importLoginToken,
  createChannel,
  editAdmin,
  editTitle,
  toggleForum,
  toggleSlowMode,
  getParticipant,
  getParticipants,
  inviteToChannel,
  joinChannel,
  leaveChannel,
  getContacts,
  resolveUsername,
  deleteTopicHistory,
  updatePinnedForumTopic,
  search,
  sendMedia,
  sendMultiMedia,
  uploadMedia,
  getFile,
  saveBigFilePart,
  saveFilePart,
  forwardMessages,
  getBotCallbackAnswer,
  setBotCallbackAnswer,
  getBotCommands,
  setBotCommands,
  startBot,
  block,
  unblock,
  getBlocked,
  updateProfile,
  updateUsername,
  createChat,
  addChatUser,
  deleteChatUser,
  getFullChat,
  migrateChat,
]

/** Every method this data centre knows, by the library's name for it. */
export const methods: ReadonlyMap<string, Method> = new Map(all.map((method) => [method.name, method]))
