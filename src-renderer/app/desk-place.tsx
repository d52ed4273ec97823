import { Breakage } from './breakage'
import { ConversationPanel, QueuePanel, TicketSheet } from './empty-panels'
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
          <ConversationPanel />
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
