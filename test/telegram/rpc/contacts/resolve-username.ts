import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { groupPeer, tlGroup, tlUser, userPeer } from '../../view/peers'
import { method } from '../method'

/** core.telegram.org/method/contacts.resolveUsername */
export const resolveUsername = method(Api.contacts.ResolveUsername, 'signed-in', ({ world, me }, request) => {
  if (!/^\w{1,32}$/.test(request.username)) throw badRequest('USERNAME_INVALID')
  const found = world.byUsername(request.username)
  if (found === undefined) throw badRequest('USERNAME_NOT_OCCUPIED')
  const isGroup = 'members' in found
  return new Api.contacts.ResolvedPeer({
    peer: isGroup ? groupPeer(found.id) : userPeer(found.id),
    chats: isGroup ? [tlGroup(found, me.id)] : [],
    users: isGroup ? [] : [tlUser(world, found, me.id)],
  })
})

/** core.telegram.org/method/contacts.getContacts: nobody keeps contacts here. */
export const getContacts = method(Api.contacts.GetContacts, 'people', () => {
  return new Api.contacts.Contacts({ contacts: [], savedCount: 0, users: [] })
})
