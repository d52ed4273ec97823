import { Api } from 'telegram'
import { deleteInBoxes } from '../../world/change-message'
import { method } from '../method'

/** core.telegram.org/method/messages.deleteMessages: private chats and basic groups; supergroups have their own. */
export const deleteMessages = method(Api.messages.DeleteMessages, 'signed-in', (call, request) => {
  const options = { revoke: request.revoke === true, origin: call.session }
  const event = deleteInBoxes(call.world, call.me.id, request.id, options)
  return new Api.messages.AffectedMessages({ pts: call.me.box.pts, ptsCount: event?.ptsCount ?? 0 })
})
