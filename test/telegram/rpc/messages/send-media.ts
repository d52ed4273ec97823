import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { readEntities } from '../../view/entities'
import { tlMedia } from '../../view/media'
import { method } from '../method'
import { botMarkup } from './bot-markup'
import { findPeer } from './find-peer'
import { takeRandomId } from './random-id'
import { readMedia } from './read-media'
import { checkText, sendTo } from './send'

const MOST_IN_ALBUM = 10

/** core.telegram.org/method/messages.sendMedia */
export const sendMedia = method(Api.messages.SendMedia, 'signed-in', (call, request) =>
  sendTo(call, request.peer, request.replyTo, () => {
    const media = readMedia(call, request.media)
    const text = checkText(request.message, media)
    const entities = readEntities(request.entities, text)
    const markup = botMarkup(call, request.replyMarkup)
    return [{ draft: { text, entities, media, markup }, randomId: takeRandomId(call, request.randomId) }]
  }),
)

/** core.telegram.org/method/messages.sendMultiMedia: an album of two to ten, tied together by `grouped_id`. */
export const sendMultiMedia = method(Api.messages.SendMultiMedia, 'signed-in', (call, request) =>
  sendTo(call, request.peer, request.replyTo, () => {
    const { multiMedia } = request
    if (multiMedia.length < 1 || multiMedia.length > MOST_IN_ALBUM) throw badRequest('MULTI_MEDIA_TOO_LONG')
    const groupedId = multiMedia.length > 1 ? call.world.random.big() : null
    // All are read before any is sent: a bad part fails the whole album.
    const drafts = multiMedia.map((each) => {
      const media = readMedia(call, each.media)
      const text = checkText(each.message, media)
      return { text, entities: readEntities(each.entities, text), media, groupedId }
    })
    return drafts.map((draft, index) => ({
      draft,
      randomId: takeRandomId(call, multiMedia[index]?.randomId),
    }))
  }),
)

/** core.telegram.org/method/messages.uploadMedia: a file for an album that is sent later. */
export const uploadMedia = method(Api.messages.UploadMedia, 'signed-in', (call, request) => {
  findPeer(call, request.peer)
  return tlMedia(readMedia(call, request.media))
})
