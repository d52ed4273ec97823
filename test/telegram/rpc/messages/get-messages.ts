import { Api } from 'telegram'
import { method } from '../method'
import { privateMessages } from './answer-messages'

/** The ids in a list of `InputMessage`. */
export function messageIds(inputs: readonly unknown[]): number[] {
  return inputs.flatMap((input) => (input instanceof Api.InputMessageID ? [input.id] : []))
}

/** core.telegram.org/method/messages.getMessages: from one's own box. */
export const getMessages = method(Api.messages.GetMessages, 'signed-in', (call, request) => {
  const found = messageIds(request.id)
    .map((id) => call.me.box.messages.get(id))
    .filter((message) => message !== undefined)
  return privateMessages(call, found, found.length)
})
