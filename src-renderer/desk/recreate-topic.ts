import type { TicketView } from '../../src-preload/contract/ticket'
import { tickets } from './ticket-store'
import { toast } from './toast-store'

/** Makes a ticket's topic anew where it was deleted in Telegram, with a recap of what was said. */
export async function recreateTopic({ id, code }: Pick<TicketView, 'id' | 'code'>): Promise<void> {
  const answer = await tickets.change(id, {}, window.desk.tickets.recreateTopic({ ticketId: id }))
  toast(
    answer.ok
      ? { tone: 'good', text: `The topic of ${code} is made again, with a recap`, key: `topic ${id}` }
      : { tone: 'bad', text: answer.failure.message, key: `topic ${id}` },
  )
}
