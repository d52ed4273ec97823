import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { id, long } from '../../tl/values'
import { MOST_DC } from '../../view/media'
import { method } from '../method'
import { signInAs } from './sign-in-as'

/** core.telegram.org/method/auth.exportAuthorization. Any of the five data centres will do: all are this one. */
export const exportAuthorization = method(
  Api.auth.ExportAuthorization,
  'signed-in',
  ({ desk, me, world }, request) => {
    if (request.dcId < 1 || request.dcId > MOST_DC) throw badRequest('DC_ID_INVALID')
    const bytes = world.random.bytes(64)
    desk.exported.set(bytes.toString('hex'), me.id)
    return new Api.auth.ExportedAuthorization({ id: long(me.id), bytes })
  },
)

/** core.telegram.org/method/auth.importAuthorization: signs another key of the same client in. */
export const importAuthorization = method(Api.auth.ImportAuthorization, 'anybody', (call, request) => {
  const name = request.bytes.toString('hex')
  const userId = call.desk.exported.get(name)
  if (userId === undefined || userId !== id(request.id)) throw badRequest('AUTH_BYTES_INVALID')
  call.desk.exported.delete(name)
  return signInAs(call, call.world.account(userId))
})
