import { MessageSquareText } from 'lucide-react'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { useDrafts } from '../../desk/draft-store'
import { cleanLine } from '../../desk/plain-text'
import { timelines } from '../../desk/timeline-store'
import { Button } from '../../ui/button'
import { wroteMeanwhile } from './guard-words'
import { readFirst, sendReply, useSending } from './send-store'

/** Stops a reply to yesterday's question: somebody wrote after it was begun (interface.md section 4). */
export function Guard({ ticket }: { readonly ticket: TicketView }) {
  const { reply } = useDrafts(ticket.id)
  const items = timelines.use((state) => state.byTicket.get(ticket.id)?.items)
  const isRefused = useSending((state) => state.stale.has(ticket.id))
  const message = wroteMeanwhile(items ?? [], reply)
  if (message === null && !isRefused) return null
  const name = cleanLine(message?.author.name ?? ticket.customer.name, 'The customer')
  return (
    <div className="guard" role="alert">
      <MessageSquareText size={16} />
      <span className="guard-words">
        <bdi>{name}</bdi> wrote while you were typing.
      </span>
      <span className="spacer" />
      <Button look="quiet" size="small" onClick={() => void sendReply(ticket.id, 'nothing', true)}>
        Send anyway
      </Button>
      <Button size="small" onClick={() => readFirst(ticket.id)}>
        Read it first
      </Button>
    </div>
  )
}
