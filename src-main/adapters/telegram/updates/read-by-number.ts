import type { Api } from 'telegram'
import { tl } from '../library'
import { topicOf } from '../translate/translate'
import { Draft, deliveryMaxFacts } from './draft'
import type { GroupReading } from './group-reading'
import { addMessage } from './interpret'

/** How many numbers are asked for at once (channels.getMessages). */
export const pageSize = 100
/** How far back a bot reads a group that was just chosen: 30 requests. */
const newestCount = 3_000

/** The messages with the numbers from `from` on, a page of them; what is gone comes as empty ones. */
export async function readPage(
  reading: GroupReading,
  from: number,
  draft: Draft,
): Promise<readonly Api.TypeMessage[]> {
  const id = Array.from({ length: pageSize }, (_, index) => new tl.InputMessageID({ id: from + index }))
  const found = await reading.ask(new tl.channels.GetMessages({ channel: reading.group.channel, id }))
  if (!('messages' in found)) return []
  draft.meet(found.users, found.chats)
  return found.messages
}

/**
 * Topics and recent messages of a group that was just chosen, for a bot: it may not list topics or history
 * (telegram.md B.5), but read any message by its number. Topics that are closed by now come without what was
 * said in them, as they do for people.
 */
export async function readNewest(reading: GroupReading): Promise<void> {
  const last = await lastPage(reading)
  const messages: Api.TypeMessage[] = []
  let draft = new Draft()
  for (let page = Math.max(0, last + 1 - newestCount / pageSize); page <= last; page++) {
    const found = await readPage(reading, page * pageSize + 1, draft)
    messages.push(...[...found].sort((a, b) => a.id - b.id))
  }
  const closed = closedTopics(messages)
  for (const message of messages) {
    if (message instanceof tl.Message && closed.has(topicOf(message))) continue
    await addMessage(message, draft, reading.followed)
    if (draft.facts.length < deliveryMaxFacts) continue
    await reading.keeper.keep(draft)
    draft = draft.next()
  }
  await reading.keeper.keep(draft)
}

/** The last page with a message in it: numbers have no end that could be asked for, so it is searched. */
async function lastPage(reading: GroupReading): Promise<number> {
  const isUsed = async (page: number) => {
    const found = await readPage(reading, page * pageSize + 1, new Draft())
    return found.some((message) => !(message instanceof tl.MessageEmpty))
  }
  let used = 0
  let unused = 1
  while (await isUsed(unused)) {
    used = unused
    unused *= 2
  }
  while (unused - used > 1) {
    const middle = (used + unused) >> 1
    if (await isUsed(middle)) used = middle
    else unused = middle
  }
  return used
}

function closedTopics(messages: readonly Api.TypeMessage[]): ReadonlySet<number> {
  const closed = new Set<number>()
  for (const message of messages) {
    const action = message instanceof tl.MessageService ? message.action : null
    if (!(message instanceof tl.MessageService) || !(action instanceof tl.MessageActionTopicEdit)) continue
    if (action.closed === true) closed.add(topicOf(message))
    else if (action.closed === false) closed.delete(topicOf(message))
  }
  return closed
}
