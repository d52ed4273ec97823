import { CircleCheck } from 'lucide-react'
import type { QueuePage, QueueView } from '../../../src-preload/contract/queue'
import { useNow } from '../../desk/now-store'
import { selectTicket, showView } from '../../desk/selection-store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { queue } from './queue-store'
import { dueWords } from './row-words'

const titles: Readonly<Record<QueueView, string>> = {
  all: 'Nothing needs you now',
  mine: 'Nothing of yours is open',
  unassigned: 'Every ticket has somebody',
  overdue: 'Nothing is overdue',
  done: 'Nothing is done yet',
}

export interface QueueEmptyProps {
  readonly view: QueueView
  readonly next: QueuePage['next']
}

/** A view without tickets: what that means, and where work is. */
export function QueueEmpty({ view, next }: QueueEmptyProps) {
  const counts = queue.use((state) => state.counts)
  const now = useNow('minute')
  if (counts === null) return null
  if (counts.all === 0 && counts.done === 0)
    return <p className="queue-hint">No tickets yet. The first one comes by itself.</p>
  const offersUnassigned = view === 'mine' && counts.unassigned > 0
  return (
    <EmptyState
      icon={<CircleCheck />}
      title={titles[view]}
      action={
        offersUnassigned && (
          <Button size="small" keys="G U" onClick={() => showView('unassigned')}>
            Show unassigned
          </Button>
        )
      }
    >
      {view !== 'done' && next !== null && (
        <>
          The next clock is{' '}
          <Button look="link" onClick={() => selectTicket(next.ticketId)}>
            {next.code}
          </Button>
          , due {dueWords(next.dueAt, now)}.{' '}
        </>
      )}
      {offersUnassigned &&
        (counts.unassigned === 1
          ? 'One ticket waits for someone to take it.'
          : `${counts.unassigned} tickets wait for someone to take them.`)}
      {view === 'done' && 'Resolved and closed tickets are kept here.'}
    </EmptyState>
  )
}
