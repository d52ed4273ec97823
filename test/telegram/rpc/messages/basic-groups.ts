import { Api } from 'telegram'
import { seconds } from '../../clock'
import { badRequest } from '../../rpc-error'
import { long } from '../../tl/values'
import { tlBasicGroup, tlUser } from '../../view/peers'
import { NO_SETTINGS } from '../../view/topic'
import { updatesOf } from '../../view/updates'
import { isBot } from '../../world/account'
import { addBasicGroup, addToBasic, type BasicGroup, migrate, removeFromBasic } from '../../world/basic-group'
import type { Posted } from '../../world/post'
import { type Call, method } from '../method'
import { findUser } from '../users/find-user'
import { findBasic } from './find-peer'
import { checkMayWriteInBasic } from './may-write-to'

/** The service message that tells of it, as the answer. */
function told(call: Call, posted: Posted): Api.Updates {
  return updatesOf(call.world, { kind: 'box', userId: call.me.id }, [posted.event], call.me.id)
}

/** Who began it may do everything; the others may not put anybody out. */
function governed(call: Call, chatId: Api.long): BasicGroup {
  const basic = findBasic(call, chatId)
  checkMayWriteInBasic(basic)
  if (basic.creator !== call.me.id) throw badRequest('CHAT_ADMIN_REQUIRED')
  return basic
}

/** core.telegram.org/method/messages.createChat */
export const createChat = method(Api.messages.CreateChat, 'people', (call, request) => {
  if (request.title.trim() === '') throw badRequest('CHAT_TITLE_EMPTY')
  const others = request.users.map((input) => findUser(call, input).id)
  if (others.length === 0) throw badRequest('USERS_TOO_FEW')
  const { posted } = addBasicGroup(call.world, call.me.id, request.title, others, { origin: call.session })
  return new Api.messages.InvitedUsers({ updates: told(call, posted), missingInvitees: [] })
})

/** core.telegram.org/method/messages.addChatUser */
export const addChatUser = method(Api.messages.AddChatUser, 'people', (call, request) => {
  const basic = findBasic(call, request.chatId)
  checkMayWriteInBasic(basic)
  const user = findUser(call, request.userId)
  if (basic.members.has(user.id)) throw badRequest('USER_ALREADY_PARTICIPANT')
  if (user.bot?.mayJoinGroups === false) throw badRequest('BOT_GROUPS_BLOCKED')
  const posted = addToBasic(call.world, basic, call.me.id, user.id, call.session)
  return new Api.messages.InvitedUsers({ updates: told(call, posted), missingInvitees: [] })
})

/** core.telegram.org/method/messages.deleteChatUser: also how one leaves. */
export const deleteChatUser = method(Api.messages.DeleteChatUser, 'signed-in', (call, request) => {
  const user = findUser(call, request.userId)
  const basic = user === call.me ? findBasic(call, request.chatId) : governed(call, request.chatId)
  if (!basic.members.has(user.id)) throw badRequest('USER_NOT_PARTICIPANT')
  return told(call, removeFromBasic(call.world, basic, call.me.id, user.id, call.session))
})

/** core.telegram.org/method/messages.getFullChat */
export const getFullChat = method(Api.messages.GetFullChat, 'signed-in', (call, request) => {
  const { world, me } = call
  const basic = findBasic(call, request.chatId)
  const chatId = long(basic.id)
  const participants = [...basic.members].map(([userId, joinedAt]) => {
    if (userId === basic.creator) return new Api.ChatParticipantCreator({ userId: long(userId) })
    const inviterId = long(basic.creator)
    return new Api.ChatParticipant({ userId: long(userId), inviterId, date: seconds(joinedAt) })
  })
  const bots = [...basic.members.keys()].map((userId) => world.account(userId)).filter(isBot)
  return new Api.messages.ChatFull({
    fullChat: new Api.ChatFull({
      id: chatId,
      about: '',
      participants: new Api.ChatParticipants({ chatId, participants, version: basic.version }),
      notifySettings: NO_SETTINGS(),
      botInfo: bots.map((bot) => new Api.BotInfo({ userId: long(bot.id) })),
    }),
    chats: [tlBasicGroup(world, basic, me.id)],
    users: [...basic.members.keys()].map((userId) => tlUser(world, world.account(userId), me.id)),
  })
})

/** core.telegram.org/method/messages.migrateChat. @throws CHAT_ADMIN_REQUIRED for all but who began it */
export const migrateChat = method(Api.messages.MigrateChat, 'people', (call, request) => {
  const { posted } = migrate(call.world, governed(call, request.chatId), { origin: call.session })
  return told(call, posted)
})
