import type { Api } from 'telegram'
import { tl } from '../library'
import { Draft } from './draft'
import type { CatchUpSteps, GroupReading } from './group-reading'
import { addDeleted, addMessage } from './interpret'
import { pageSize, readPage } from './read-by-number'
import { translated } from './translated'

/** How far back before the gap edits and deletions are looked for. */
const lookBack = 300
/** How far back to read a group of which no message is known yet. */
const farthestBack = 1_000

/**
 * Telegram keeps no list of what happened since (channelDifferenceTooLong): reads every message by number from
 * the last one known, all topics in one order, bots and users alike. Nothing new can be missed, as numbers have
 * no gaps; edits and deletions of the messages just before are found by reading those again.
 */
export async function refetch(
  reading: GroupReading,
  tooLong: Api.updates.ChannelDifferenceTooLong | null,
  steps: CatchUpSteps,
): Promise<void> {
  const { followed } = reading
  const known = followed.newest()
  const end = tooLong?.dialog instanceof tl.Dialog ? tooLong.dialog : null
  const full = await reading.ask(new tl.channels.GetFullChannel({ channel: reading.group.channel }))
  const ptsNow = full.fullChat instanceof tl.ChannelFull ? full.fullChat.pts : 1
  const pts = end?.pts ?? ptsNow
  const top = Math.max(end?.topMessage ?? 0, ...(tooLong?.messages.map((message) => message.id) ?? []))
  let emptyPages = 0
  const first = known > 0 ? known - lookBack : top - farthestBack
  for (let from = Math.max(1, first); ; from += pageSize) {
    if (top > 0 ? from > top : emptyPages >= 3) break
    const draft = new Draft()
    const found = await readPage(reading, from, draft)
    emptyPages = found.some((message) => !(message instanceof tl.MessageEmpty)) ? 0 : emptyPages + 1
    const gone: number[] = []
    for (const message of [...found].sort((a, b) => a.id - b.id)) {
      if (message.id > known) await addMessage(message, draft, followed)
      else if (message instanceof tl.MessageEmpty) gone.push(message.id)
      else if (message instanceof tl.Message && message.editDate) {
        const fact = translated('message-edited', message, followed.reader, draft)
        if (fact) draft.facts.push(fact)
      }
    }
    addDeleted(gone, draft, followed)
    steps.missed(draft)
    await reading.keeper.keep(draft)
    if (top > 0) steps.behind(Math.max(1, top - from))
  }
  await steps.keep(new Draft(), pts)
}
