import type { QueuePage } from '../../src-preload/contract/queue'
import type { TicketView } from '../../src-preload/contract/ticket'
import type { DeskPage } from '../e2e/desk-page'
import type { DataCentre } from '../telegram/server'
import { BOT, STAFF } from '../telegram/workspace'
import type { Summary } from './summary'

/** Reads every ticket of the window and compares its messages, one by one, with those Telegram has in its topic. */
export async function compareWithTelegram(desk: DeskPage, dc: DataCentre): Promise<Summary['restart']> {
  const sum = { tickets: 0, messages: 0, lost: 0, doubled: 0 }
  for (const ticketId of await ticketIds(desk)) {
    const { conversationId } = (await desk.call('tickets', 'get', { ticketId })) as TicketView
    const seen = await messagesOf(desk, ticketId)
    const real = messagesInTelegram(dc, conversationId)
    sum.tickets++
    sum.messages += seen.length
    sum.lost += missing(real, seen)
    sum.doubled += missing(seen, real)
  }
  return sum
}

async function ticketIds(desk: DeskPage): Promise<readonly string[]> {
  const ids: string[] = []
  for (const view of ['all', 'done']) {
    const page = (await desk.call('queue', 'page', { view, from: 0, count: 200 })) as QueuePage
    ids.push(...page.rows.map(({ id }) => id))
  }
  return ids
}

async function messagesOf(desk: DeskPage, ticketId: string): Promise<readonly string[]> {
  return (await desk.items(ticketId)).flatMap((item) =>
    item.kind === 'message' && item.deletedAt === null ? [`${item.side} ${item.text}`] : [],
  )
}

/** What Telegram has of a conversation: a topic of the support group, or a private chat of an account. */
function messagesInTelegram(dc: DataCentre, conversationId: string): readonly string[] {
  const [chat = '', topic = ''] = conversationId.split(':')
  const [accountId, personId] = chat.split('.').map(Number)
  const isPrivate = accountId !== undefined && personId !== undefined
  const place = isPrivate ? dc.world.account(accountId).box : dc.workspace.help
  const ids = isPrivate
    ? dc.world.account(accountId).box.chats.get(personId)?.messageIds
    : dc.workspace.help.topics.get(Number(topic))?.messageIds
  const team = new Set<number>([...STAFF, BOT].map(({ id }) => id))
  return (ids ?? []).flatMap((id) => {
    const message = place.messages.get(id)
    if (!message || message.action !== null) return []
    return [`${team.has(message.from) ? 'team' : 'customer'} ${message.text}`]
  })
}

/** How many of `wanted` are not in `there`, counting each as often as it stands. */
function missing(wanted: readonly string[], there: readonly string[]): number {
  const left = new Map<string, number>()
  for (const one of there) left.set(one, (left.get(one) ?? 0) + 1)
  return wanted.filter((one) => {
    const count = left.get(one) ?? 0
    left.set(one, count - 1)
    return count <= 0
  }).length
}
