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
  const numbers = Array.from({ length: pageSize }, (_, index) => from + index)
  const found = await askFor(reading, numbers)
  if (!found) return []
  draft.meet(found.users, found.chats)
  return found.messages
}

async function askFor({ ask, group }: GroupReading, numbers: readonly number[]) {
  const id = numbers.map((number) => new tl.InputMessageID({ id: number }))
  const found = await ask(new tl.channels.GetMessages({ channel: group.channel, id }))
  return 'messages' in found ? found : null
}

/**
 * Topics and recent messages of a group that was just chosen, for a bot: it may not list topics or history
 * (telegram.md B.5), but read any message by its number. Topics that are closed by now come without what was
 * said in them, as they do for people.
 *
 * @param pts The group's, of now.
 */
export async function readNewest(reading: GroupReading, pts: number): Promise<void> {
  const last = Math.floor(Math.max(0, (await lastNumber(reading, pts)) - 1) / pageSize)
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

/**
 * Number of the last message; 0 for none. Numbers have no end that could be asked for, so it is searched below the
 * group's pts, which counts every message and more: each time a hundred numbers all over the upper half are looked at,
 * so that a long stretch of deleted messages does not pass for the end.
 */
async function lastNumber(reading: GroupReading, pts: number): Promise<number> {
  const newestIn = async (above: number, upTo: number) => {
    const count = Math.min(pageSize, upTo - above)
    if (count === 0) return 0
    const numbers = Array.from({ length: count }, (_, at) => upTo - Math.floor((at * (upTo - above)) / count))
    const found = await askFor(reading, numbers)
    const used = found?.messages.filter((message) => !(message instanceof tl.MessageEmpty)) ?? []
    return Math.max(0, ...used.map(({ id }) => id))
  }
  let used = 0
  let end = Math.max(pageSize, pts)
  for (let found = await newestIn(end, 2 * end); found > 0; found = await newestIn(end, 2 * end)) {
    used = found
    end *= 2
  }
  while (end - used > pageSize) {
    const middle = (used + end) >> 1
    const found = await newestIn(middle, end)
    if (found > 0) used = found
    else end = middle
  }
  return Math.max(used, await newestIn(used, end))
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
