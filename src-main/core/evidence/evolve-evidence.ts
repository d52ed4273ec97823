import type { Tally } from '../../../src-preload/contract/evidence'
import { privateChatOf } from '../conversation/message'
import type { Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import type { Table } from '../table'
import { addTally, noTally } from './tally'

/** How many days are kept one by one; older ones are summed up. */
export const daysKept = 90

/** The key of what came before the days that are kept one by one. */
export const beforeKey = (accountId: string) => `${accountId}/before`

/**
 * Counts what an event says came or went (R150). `state` is the desk before it. Events of before there were
 * several accounts are counted for the only one there was.
 */
export function evolveEvidence(state: DeskState, recorded: Recorded): Table<Tally> {
  const more = countsOf(state, recorded)
  if (!more) return state.evidence
  const accountId = accountOf(state, recorded) ?? state.accounts[0]?.id
  if (accountId === undefined) return state.evidence
  const day = recorded.at.slice(0, 10)
  const key = `${accountId}/${day}`
  const known = state.evidence.get(key)
  const evidence = state.evidence.set(key, addTally(known ?? noTally, more))
  return known ? evidence : withoutOld(evidence, accountId, day)
}

function countsOf(state: DeskState, { event }: Recorded): Partial<Tally> | null {
  switch (event.kind) {
    case 'message-received':
      return { received: 1 }
    case 'ticket-created':
      return { created: 1 }
    case 'reply-sent':
      return state.outbox.has(event.outboxId) ? { sent: 1 } : null
    case 'reply-failed':
      return event.uncertain && !isUncertain(state, event.outboxId) ? { uncertain: 1 } : null
    case 'telegram-read':
      return event.tally ?? null
    case 'fact-set-aside':
      return { gapsFound: 1 }
    case 'fact-taken-up':
      return event.taken.isGivenUp ? null : { gapsClosed: 1 }
    default:
      return null
  }
}

/** It was counted when it became so; another reason makes it no second one. */
function isUncertain({ outbox }: DeskState, outboxId: string): boolean {
  const entry = outbox.get(outboxId)?.state
  return entry?.kind === 'failed' && entry.uncertain
}

function accountOf(state: DeskState, { event }: Recorded): string | undefined {
  if (event.kind === 'telegram-read' || event.kind === 'fact-taken-up') return event.accountId
  if (event.kind === 'fact-set-aside') return event.aside.accountId
  if (!('conversationId' in event)) return undefined
  const chatId = state.conversations.get(event.conversationId)?.chatId
  if (chatId === undefined) return undefined
  return privateChatOf(chatId)?.accountId ?? state.groups.find(({ id }) => id === chatId)?.accountId
}

/** A new day began: what is older than {@link daysKept} goes into one sum. */
function withoutOld(evidence: Table<Tally>, accountId: string, today: string): Table<Tally> {
  const oldest = new Date(Date.parse(today) - daysKept * 86_400_000).toISOString().slice(0, 10)
  let kept = evidence
  for (const [key, tally] of evidence.entries()) {
    const day = key.slice(accountId.length + 1)
    if (!key.startsWith(`${accountId}/`) || day === 'before' || day >= oldest) continue
    const before = beforeKey(accountId)
    kept = kept.delete(key).set(before, addTally(kept.get(before) ?? noTally, tally))
  }
  return kept
}
