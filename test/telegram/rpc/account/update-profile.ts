import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { tlUser } from '../../view/peers'
import { changeUsername, rename } from '../../world/change-account'
import { method } from '../method'

/** core.telegram.org/method/account.updateProfile */
export const updateProfile = method(Api.account.UpdateProfile, 'people', ({ world, me }, request) => {
  const firstName = request.firstName ?? me.firstName
  if (firstName.trim() === '') throw badRequest('FIRSTNAME_INVALID')
  const lastName = request.lastName === undefined ? me.lastName : request.lastName || null
  rename(world, me, firstName, lastName)
  return tlUser(world, me, me.id)
})

/** core.telegram.org/method/account.updateUsername. @throws USERNAME_INVALID, USERNAME_OCCUPIED, USERNAME_NOT_MODIFIED */
export const updateUsername = method(Api.account.UpdateUsername, 'people', ({ world, me }, { username }) => {
  if (username !== '' && !/^[A-Za-z]\w{4,31}$/.test(username)) throw badRequest('USERNAME_INVALID')
  if (username === (me.username ?? '')) throw badRequest('USERNAME_NOT_MODIFIED')
  if (username !== '' && world.byUsername(username) !== undefined) throw badRequest('USERNAME_OCCUPIED')
  changeUsername(world, me, username || null)
  return tlUser(world, me, me.id)
})
