import { Api } from 'telegram'
import { type Long, long } from '../../tl/values'
import { tlUser } from '../../view/peers'
import { method } from '../method'
import { findUser } from './find-user'

/** core.telegram.org/method/users.getUsers. Unknown ones come back empty. */
export const getUsers = method(Api.users.GetUsers, 'signed-in', (call, request) =>
  request.id.map((input) => {
    try {
      return tlUser(call.world, findUser(call, input), call.me.id)
    } catch {
      const asked = input as { readonly userId?: Long }
      return new Api.UserEmpty({ id: asked.userId ?? long(0) })
    }
  }),
)
