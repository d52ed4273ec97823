import { Api } from 'telegram'
import { method } from '../method'

/** core.telegram.org/method/auth.logOut: the key stays, but nobody is signed in with it. */
export const logOut = method(Api.auth.LogOut, 'signed-in', ({ identity, session }) => {
  identity.userId = null
  session.wantsUpdates = false
  return new Api.auth.LoggedOut({})
})
