import { Skeleton, SkeletonRows, useAfter } from '../ui/skeleton'

/** The window's shape before the desk has answered: nothing for 150 ms, then still grey shapes. */
export function Loading() {
  const shown = useAfter(150)
  return (
    <div className="window" aria-busy="true">
      <div className="rail-ground">{shown && <Skeleton width={32} height={32} />}</div>
      <div className="place desk-place">
        <div className="column queue-column">
          <div className="bar-space">{shown && <Skeleton width={120} height={14} />}</div>
          <SkeletonRows rows={7} label="Topicdesk is opening" />
        </div>
        <div className="column conversation-column" />
        <div className="column sheet-column" />
      </div>
      <div className="strip-ground" />
    </div>
  )
}
