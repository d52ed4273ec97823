import { CircleCheck, Lock } from 'lucide-react'
import type { AgentView, TicketView } from '../../../src-preload/contract/ticket'
import { useMe } from '../../desk/agents-store'
import { drafts } from '../../desk/draft-store'
import { useNow } from '../../desk/now-store'
import { cleanLine } from '../../desk/plain-text'
import { requestFocus } from '../../desk/selection-store'
import { assign, setStatus } from '../../desk/ticket-acts'
import { Button } from '../../ui/button'
import { dateOf } from '../../ui/time-words'

/** In the place of the composer of a closed ticket: nothing can be added to it. */
export function ClosedBar({ ticket }: { readonly ticket: TicketView }) {
  const now = useNow('minute')
  const wanted = (['in_progress', 'open'] as const).find((status) => ticket.allowedStatuses.includes(status))
  const isHeld = ticket.assignee !== null && !ticket.assignee.isMe
  async function reopen(status: 'in_progress' | 'open') {
    if ((await setStatus(ticket, status)) && !isHeld) requestFocus('composer')
  }
  return (
    <div className="composer">
      <div className="composer-bar">
        <CircleCheck size={16} />
        <span>
          Closed{ticket.closedAt === null ? '' : ` on ${dateOf(ticket.closedAt, now)}`}. Nothing can be added.
        </span>
        <span className="spacer" />
        {wanted !== undefined && (
          <Button size="small" onClick={() => void reopen(wanted)}>
            Reopen
          </Button>
        )}
      </div>
    </div>
  )
}

/** In the place of the reply when somebody else holds the ticket: a customer must not get two answers (R85). */
export function LockBar({ ticket, holder }: { readonly ticket: TicketView; readonly holder: AgentView }) {
  const me = useMe()
  async function takeOver() {
    if (await assign(ticket, me)) requestFocus('composer')
  }
  return (
    <div className="composer-lock">
      <Lock size={15} />
      <span className="clip">
        <bdi>{cleanLine(holder.name, 'No name')}</bdi> has this ticket.
      </span>
      <span className="spacer" />
      <Button
        look="quiet"
        size="small"
        onClick={() => {
          drafts.setMode(ticket.id, 'note')
          requestFocus('composer')
        }}
      >
        Write a note
      </Button>
      <Button size="small" disabled={me === null} onClick={takeOver}>
        Take over
      </Button>
    </div>
  )
}
