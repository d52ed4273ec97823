import type { Api } from 'telegram'
import type { Content } from '../../../../src-preload/contract/conversation'
import { Refusal } from '../../../core/refusal'
import { tl } from '../library'

/**
 * A place or a contact, to be sent anew as what it is. A live place stays where it was.
 *
 * @throws {@link Refusal} `not-allowed` for what can only be sent as words.
 */
export function sendableContent(content: Content): Api.TypeInputMedia {
  if (content.kind === 'contact') {
    const { name: firstName, phone: phoneNumber } = content
    return new tl.InputMediaContact({ phoneNumber, firstName, lastName: '', vcard: '' })
  }
  if (content.kind !== 'place')
    throw new Refusal('not-allowed', `Telegram does not let this be carried over: ${content.kind}.`)
  const { latitude: lat, longitude: long, title, address } = content
  const geoPoint = new tl.InputGeoPoint({ lat, long })
  if (title === null) return new tl.InputMediaGeoPoint({ geoPoint })
  const nobody = { provider: '', venueId: '', venueType: '' }
  return new tl.InputMediaVenue({ geoPoint, title, address: address ?? '', ...nobody })
}
