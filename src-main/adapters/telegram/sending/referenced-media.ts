import type { Api } from 'telegram'
import type { StoredMedia } from '../../../core/conversation/message'
import { Refusal } from '../../../core/refusal'
import { long, tl } from '../library'
import type { Locator } from '../translate/media'

/**
 * A file that is at Telegram already, to be sent again without its bytes (core.telegram.org/api/file_reference).
 *
 * @throws {@link Refusal} `not-allowed` for kinds that have no file, such as a poll.
 */
export function referencedMedia({ locator, name }: StoredMedia): Api.TypeInputMedia {
  if (locator === '') throw new Refusal('not-allowed', `Telegram does not let this be carried over: ${name}.`)
  const { kind, id, accessHash, reference } = JSON.parse(locator) as Locator
  const file = {
    id: long(id),
    accessHash: long(accessHash),
    fileReference: Buffer.from(reference, 'base64'),
  }
  return kind === 'photo'
    ? new tl.InputMediaPhoto({ id: new tl.InputPhoto(file) })
    : new tl.InputMediaDocument({ id: new tl.InputDocument(file) })
}

/** A file that was uploaded just now, as it is named from then on. */
export function uploadedReference(uploaded: Api.TypeMessageMedia): Api.TypeInputMedia {
  if (uploaded instanceof tl.MessageMediaPhoto && uploaded.photo instanceof tl.Photo) {
    const { id, accessHash, fileReference } = uploaded.photo
    return new tl.InputMediaPhoto({ id: new tl.InputPhoto({ id, accessHash, fileReference }) })
  }
  if (uploaded instanceof tl.MessageMediaDocument && uploaded.document instanceof tl.Document) {
    const { id, accessHash, fileReference } = uploaded.document
    return new tl.InputMediaDocument({ id: new tl.InputDocument({ id, accessHash, fileReference }) })
  }
  throw new Error('An upload came back as something else')
}
