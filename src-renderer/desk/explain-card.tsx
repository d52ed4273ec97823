import './explain-card.css'
import { useEffect, useState } from 'react'
import { type ClockStory, clockNames } from '../../src-preload/contract/clock'
import type { TicketClocks } from '../../src-preload/contract/ticket'
import { Skeleton, useAfter } from '../ui/skeleton'
import { spanWords } from '../ui/span-words'
import { Tabs } from '../ui/tabs'
import { momentOf, shortMomentOf } from '../ui/time-words'
import { ask, failureOf } from './ask'
import { ClockBadge } from './clock-badge'
import { clockTitle, clockWords } from './clock-words'
import { holdWords, stretches, usedWords } from './explain-words'
import { useNow } from './now-store'

/** "Why this SLA time": what each clock of a ticket promised, when it ran and why it stood (R97). */
export function ExplainCard({ ticketId }: { readonly ticketId: string }) {
  const [clocks, setClocks] = useState<TicketClocks | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  const [name, setName] = useState<string | null>(null)

  useEffect(() => {
    let isHere = true
    const read = () =>
      ask(window.desk.tickets.clocks({ ticketId })).then(
        (told) => {
          if (!isHere) return
          setClocks(told)
          setWhy(null)
        },
        (thrown: unknown) => isHere && setWhy(failureOf(thrown).message),
      )
    void read()
    const stop = window.desk.on('ticket-changed', ({ ticket }) => {
      if (ticket.id === ticketId) void read()
    })
    return () => {
      isHere = false
      stop()
    }
  }, [ticketId])

  if (why !== null) return <p className="explain-why">{why}</p>
  if (clocks === null) return <ExplainShape />
  const stories = clockNames.flatMap((clock) => clocks.stories.filter(({ view }) => view.clock === clock))
  const story = stories.find(({ view }) => view.clock === name) ?? mostUrgent(stories)
  if (story === undefined) return <p className="explain-why">No promise applies to this ticket.</p>
  return (
    <div className="explain">
      {stories.length > 1 && (
        <Tabs
          look="soft"
          label="Clocks"
          className="explain-clocks"
          value={story.view.clock}
          onChange={setName}
          tabs={stories.map(({ view }) => ({ value: view.clock, label: clockTitle(view.clock) }))}
        />
      )}
      <Story story={story} />
    </div>
  )
}

/** The clock that the badge shows: what runs out first, else what stands, else what is over. */
function mostUrgent(stories: readonly ClockStory[]): ClockStory | undefined {
  const running = stories.filter(({ view }) => view.kind === 'running')
  const due = ({ view }: ClockStory) => (view.kind === 'running' ? view.dueAt : 0)
  const paused = stories.find(({ view }) => view.kind === 'paused')
  return [...running].sort((a, b) => due(a) - due(b))[0] ?? paused ?? stories[0]
}

function ExplainShape() {
  const isLate = useAfter(150)
  return (
    <div className="explain-shape" role="status" aria-label="Loading">
      {isLate && (
        <>
          <Skeleton width="40%" height={14} />
          <Skeleton width="100%" height={8} />
          <Skeleton width="80%" height={10} />
          <Skeleton width="70%" height={10} />
        </>
      )}
    </div>
  )
}

function Story({ story }: { readonly story: ClockStory }) {
  const now = useNow('minute')
  const { view, policy, segments } = story
  const parts = stretches(story, now)
  const total = parts.reduce((sum, { ms }) => sum + ms, 0)
  const rest = parts.at(-1)?.kind === 'rest' ? (parts.at(-1)?.ms ?? 0) : 0
  const hold = holdWords(story, now)
  const isOpen = view.kind === 'running' || view.kind === 'paused'
  return (
    <>
      <h3 className="explain-head">
        {clockTitle(view.clock)}
        <ClockBadge clock={view} wording="sheet" />
      </h3>
      <p className="explain-policy">{policy}</p>
      <div className="explain-bar" aria-hidden="true">
        {parts.map(({ kind, ms }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no other name than their order.
          <i key={index} className={kind} style={{ flexGrow: ms / Math.max(1, total) }} />
        ))}
      </div>
      <div className="explain-axis" aria-hidden="true">
        <span>{segments[0] ? shortMomentOf(segments[0].from, now) : ''}</span>
        {isOpen && rest > 0 && rest < total * 0.82 && rest > total * 0.18 && (
          <span className="explain-now" style={{ left: `${100 - (100 * rest) / total}%` }}>
            Now
          </span>
        )}
        <span>{view.kind === 'running' ? `Due ${shortMomentOf(view.dueAt, now)}` : ''}</span>
      </div>
      <ol className="explain-steps">
        {segments.map((segment) => (
          <li key={`${segment.from} ${segment.cause}`}>
            <time title={momentOf(segment.from, now)}>{shortMomentOf(segment.from, now)}</time>
            <bdi>{segment.cause}</bdi>
            <span>
              {segment.runs ? 'ran' : 'stood'} {spanWords((segment.to ?? now) - segment.from, 'up')}
            </span>
          </li>
        ))}
        <li className="sum">
          <span />
          <span>{usedWords(story, now)}</span>
          <span>{clockWords(view, now, 'sheet')}</span>
        </li>
      </ol>
      {hold !== null && <p className="explain-hold">{hold}</p>}
    </>
  )
}
