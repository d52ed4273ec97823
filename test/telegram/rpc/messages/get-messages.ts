import { Api } from 'telegram'
import { method } from '../method'
import { privateMessages } from './answer-messages'

/** The ids in a list of `InputMessage`. */
export function messageIds(inputs: readonly unknown[]): number[] {
  return inputs.flatMap((input) => (input instanceof Api.InputMessageID ? [input.id] : []))
}

/** core.telegram.org/method/messages.getMessages: from one's own box. What is gone comes back as `messageEmpty`, in its place. */
export const getMessages = method(Api.messages.GetMessages, 'signed-in', (call, request) => {
  const ids = messageIds(request.id)
  const found = ids.map((id) => call.me.box.messages.get(id)).filter((message) => message !== undefined)
  const answer = privateMessages(call, found, found.length)
  const byId = new Map(answer.messages.map((message) => [message.id, message]))
  answer.messages = ids.map((id) => byId.get(id) ?? new Api.MessageEmpty({ id }))
  return answer
})
