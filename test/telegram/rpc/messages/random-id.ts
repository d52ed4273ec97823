import { RpcError } from '../../rpc-error'
import { big, type Long } from '../../tl/values'
import type { Call } from '../method'

/** Each random_id works once per author. @throws RANDOM_ID_DUPLICATE @throws RANDOM_ID_EMPTY */
export function takeRandomId({ desk, me }: Call, given: Long | undefined): bigint {
  const randomId = given === undefined ? 0n : big(given)
  if (randomId === 0n) throw new RpcError(400, 'RANDOM_ID_EMPTY')
  const name = `${me.id}/${randomId}`
  if (desk.randomIds.has(name)) throw new RpcError(500, 'RANDOM_ID_DUPLICATE')
  desk.randomIds.add(name)
  return randomId
}
