import { timelines } from '../../desk/timeline-store'
import { Button } from '../../ui/button'

/** Reads further back, when the conversation is not here from its start. */
export function EarlierButton({ ticketId }: { readonly ticketId: string }) {
  const earlier = timelines.use((state) => state.byTicket.get(ticketId)?.earlier ?? null)
  const isLoading = timelines.use((state) => state.byTicket.get(ticketId)?.isLoadingEarlier ?? false)
  if (earlier === null) return null
  return (
    <Button size="small" disabled={isLoading} onClick={() => void timelines.loadEarlier(ticketId)}>
      Look further back
    </Button>
  )
}
