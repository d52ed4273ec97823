import { errorName } from '../errors'
import { tl } from '../library'
import { Draft } from './draft'
import type { CatchUpSteps, GroupReading } from './group-reading'
import { addMessage, addUpdate } from './interpret'
import { refetch } from './refetch'

/** Asks for all that happened in the group since `from`, in slices, until there is no more (updates.getChannelDifference). */
export async function catchUpChannel(
  reading: GroupReading,
  from: number,
  steps: CatchUpSteps,
): Promise<void> {
  const { ask, group, followed } = reading
  let pts = from
  let target: number | null = null
  for (;;) {
    const difference = await ask(
      new tl.updates.GetChannelDifference({
        channel: group.channel,
        filter: new tl.ChannelMessagesFilterEmpty(),
        pts,
        limit: 100,
        force: true,
      }),
    ).catch((error: unknown) => {
      if (/^PERSISTENT_TIMESTAMP_(EMPTY|INVALID)$/.test(errorName(error) ?? '')) return null
      throw error
    })
    if (difference instanceof tl.updates.ChannelDifferenceEmpty)
      return steps.keep(new Draft(), difference.pts)
    if (difference === null || difference instanceof tl.updates.ChannelDifferenceTooLong) {
      return refetch(reading, difference, steps)
    }
    const draft = new Draft()
    draft.meet(difference.users, difference.chats)
    for (const message of [...difference.newMessages].sort((a, b) => a.id - b.id)) {
      await addMessage(message, draft, followed)
    }
    for (const update of difference.otherUpdates) await addUpdate(update, draft, followed)
    await steps.keep(draft, difference.pts)
    pts = difference.pts
    if (difference.final) return
    if (target === null) {
      const full = await ask(new tl.channels.GetFullChannel({ channel: group.channel }))
      target = full.fullChat instanceof tl.ChannelFull ? full.fullChat.pts : pts
    }
    steps.behind(Math.max(1, target - pts))
  }
}
