import { Api } from 'telegram'
import { method } from '../method'

/** core.telegram.org/method/help.getNearestDc */
export const getNearestDc = method(Api.help.GetNearestDc, 'anybody', ({ desk, session }) => {
  return new Api.NearestDc({ country: 'DE', thisDc: session.key.dcId, nearestDc: desk.address.dcId })
})
