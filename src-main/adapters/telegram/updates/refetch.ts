import type { Api } from 'telegram'
import { tl } from '../library'
import { Draft } from './draft'
import type { CatchUpSteps, GroupReading } from './group-reading'
import { addDeleted, addMessage } from './interpret'
import { pageSize, readPage } from './read-by-number'
import { translated } from './translated'

/** How long after it was sent a message can be edited in Telegram, ms. */
const editableMs = 48 * 3_600_000
/** How far back before the gap edits and deletions are looked for at most: 30 requests. */
const lookBackMost = 3_000
/** How far back to read a group of which no message is known yet. */
const farthestBack = 1_000

/**
 * Telegram keeps no list of what happened since (channelDifferenceTooLong): reads every message by number from
 * the last one known, all topics in one order, bots and users alike. Nothing new can be missed, as numbers have
 * no gaps; edits and deletions of the messages before are found by reading those again that could still be edited.
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
  await readKnown(reading, known, steps)
  let emptyPages = 0
  const first = known > 0 ? known + 1 : top - farthestBack
  for (let from = Math.max(1, first); ; from += pageSize) {
    if (top > 0 ? from > top : emptyPages >= 3) break
    const draft = new Draft()
    const found = await readPage(reading, from, draft)
    emptyPages = found.some((message) => !(message instanceof tl.MessageEmpty)) ? 0 : emptyPages + 1
    for (const message of [...found].sort((a, b) => a.id - b.id)) await addMessage(message, draft, followed)
    await keepMissed(reading, draft, steps)
    if (top > 0) steps.behind(Math.max(1, top - from))
  }
  await steps.keep(new Draft(), pts)
}

/** Reads what is known once more, newest first, for what was edited or deleted meanwhile. */
async function readKnown(reading: GroupReading, known: number, steps: CatchUpSteps): Promise<void> {
  const { followed } = reading
  let newestMs: number | null = null
  for (let to = known; to > Math.max(0, known - lookBackMost); to -= pageSize) {
    const draft = new Draft()
    const page = await readPage(reading, Math.max(1, to - pageSize + 1), draft)
    const found = page.filter(({ id }) => id <= to)
    for (const message of found) {
      if (!(message instanceof tl.Message) || !message.editDate) continue
      const fact = translated('message-edited', message, followed.reader, draft)
      if (fact) draft.facts.push(fact)
    }
    addDeleted(
      found.flatMap((message) => (message instanceof tl.MessageEmpty ? message.id : [])),
      draft,
      followed,
    )
    await keepMissed(reading, draft, steps)
    const dates = found.flatMap((message) => (message instanceof tl.Message ? message.date * 1_000 : []))
    newestMs ??= dates.length > 0 ? Math.max(...dates) : null
    if (newestMs !== null && Math.min(...dates) < newestMs - editableMs) return
  }
}

async function keepMissed({ keeper }: GroupReading, draft: Draft, steps: CatchUpSteps): Promise<void> {
  steps.missed(draft)
  await keeper.keep(draft)
}
