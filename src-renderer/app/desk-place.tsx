import { useCounts } from '../desk/counts-store'
import { useShownTicket } from '../desk/shown-ticket'
import { Composer } from '../features/composer/composer'
import { ConversationPanel } from '../features/conversation/conversation-panel'
import { FirstRun } from '../features/first-run/first-run'
import { QueuePanel } from '../features/queue/queue-panel'
import { TicketSheet } from '../features/ticket-sheet/ticket-sheet'
import { Breakage } from './breakage'
import { QueueResizer } from './queue-resizer'
import { useQueueWidth } from './queue-width'

/** Queue, conversation and ticket sheet side by side. */
export function DeskPlace({ hidden }: { readonly hidden: boolean }) {
  const width = useQueueWidth()
  return (
    <main className="place desk-place" aria-label="Desk" hidden={hidden} ref={width.ref}>
      <div className="column queue-column" data-part="queue">
        <Breakage>
          <QueuePanel />
        </Breakage>
        <QueueResizer width={width} />
      </div>
      <div className="column conversation-column" data-part="conversation">
        <Breakage>
          <Middle />
        </Breakage>
      </div>
      <div className="column sheet-column" data-part="sheet">
        <Breakage>
          <TicketSheet />
        </Breakage>
      </div>
    </main>
  )
}

/** The conversation; before the very first ticket, what to do to see one. */
function Middle() {
  const isFirstRun = useCounts(({ counts }) => counts !== null && counts.all + counts.done === 0)
  const isNothingChosen = useShownTicket() === null
  return isFirstRun && isNothingChosen ? <FirstRun /> : <ConversationPanel composer={<Composer />} />
}
