import { Api } from 'telegram'
import { long } from '../../tl/values'
import { tlUser } from '../../view/peers'
import { NO_SETTINGS } from '../../view/topic'
import { method } from '../method'
import { findUser } from './find-user'

/** core.telegram.org/method/users.getFullUser */
export const getFullUser = method(Api.users.GetFullUser, 'signed-in', (call, request) => {
  const account = findUser(call, request.id)
  const common = [...call.world.groups.values()].filter(
    ({ members }) => members.has(account.id) && members.has(call.me.id),
  )
  return new Api.users.UserFull({
    fullUser: new Api.UserFull({
      id: long(account.id),
      settings: new Api.PeerSettings({}),
      notifySettings: NO_SETTINGS(),
      commonChatsCount: common.length,
    }),
    chats: [],
    users: [tlUser(call.world, account, call.me.id)],
  })
})
