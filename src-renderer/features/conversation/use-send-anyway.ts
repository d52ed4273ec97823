import type { TimelineItem } from '../../../src-preload/contract/conversation'
import { useAction } from '../../desk/actions'
import { useSelection } from '../../desk/selection-store'
import { sendAgain, sendAnywayKeys } from './delivery-line'
import { oldestStopped } from './oldest-stopped'

/** Sends the oldest reply that the customer overtook all the same, as its "Send anyway" does; with Ctrl while typing too. */
export function useSendAnyway(ticketId: string, items: readonly TimelineItem[]) {
  const isDesk = useSelection((state) => state.place === 'desk')
  const stopped = oldestStopped(items)
  useAction({
    id: 'ticket.send-anyway',
    title: 'Send the stopped reply anyway',
    group: 'ticket',
    keys: ['Shift+R', sendAnywayKeys],
    enabled: isDesk && stopped !== undefined,
    run: () => {
      if (stopped?.outboxId) sendAgain(ticketId, stopped.outboxId)
    },
  })
}
