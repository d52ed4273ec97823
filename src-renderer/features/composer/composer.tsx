import './composer.css'
import { Lock, Reply as ReplyIcon } from 'lucide-react'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { useAccountList } from '../../desk/accounts-store'
import { drafts, useDrafts, useUnreadDrafts } from '../../desk/draft-store'
import { useEditing } from '../../desk/editing-store'
import { cleanLine } from '../../desk/plain-text'
import { requestFocus } from '../../desk/selection-store'
import { useShownTicket } from '../../desk/shown-ticket-store'
import { useTicket } from '../../desk/ticket-store'
import { ticketAccount } from '../../desk/way-words'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { Tabs } from '../../ui/tabs'
import { noFiles, noOtherFiles, stageFiles } from './attach'
import { AttachmentList } from './attachment-list'
import { ClosedBar, LockBar } from './bars'
import { EditLine } from './edit-line'
import { EditTools } from './edit-tools'
import { Field } from './field'
import { Guard } from './guard'
import { QuoteLine } from './quote-line'
import { sayProblem, useSending } from './send-store'
import { Tools } from './tools'
import { useComposerActions } from './use-composer-actions'

/** Where the answer is written: to the customer, or to the team alone. The two cannot be taken for each other. */
export function Composer() {
  const ticketId = useShownTicket()
  const ticket = useTicket(ticketId)
  if (ticket === null) return <NoTicket />
  return ticket.status === 'closed' ? <ClosedBar ticket={ticket} /> : <Writing ticket={ticket} />
}

/** No ticket, no words: only the keys are known. */
function NoTicket() {
  useComposerActions(null)
  return null
}

function Writing({ ticket }: { readonly ticket: TicketView }) {
  const ticketId = ticket.id
  const { mode } = useDrafts(ticketId)
  const field = useRef<HTMLTextAreaElement>(null)
  const [isOver, setOver] = useState(false)
  const isNote = mode === 'note'
  const holder = ticket.assignee !== null && !ticket.assignee.isMe ? ticket.assignee : null
  useKeptDrafts(ticketId)
  useComposerActions(ticket)

  const editing = useEditing(ticketId)
  const isEditing = !isNote && editing !== null
  const takesFiles = !isNote && holder === null && !isEditing
  const drop = (event: DragEvent) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    setOver(false)
    if (isNote) sayProblem(ticketId, noFiles)
    if (isEditing) sayProblem(ticketId, noOtherFiles)
    if (takesFiles)
      void stageFiles(ticketId, [...event.dataTransfer.files]).then((why) => sayProblem(ticketId, why))
  }
  return (
    <form
      className={classNames('composer', isNote && 'as-note', isOver && takesFiles && 'over')}
      aria-label="Composer"
      onSubmit={(event) => event.preventDefault()}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {!isNote && !isEditing && holder === null && <Guard ticket={ticket} />}
      <div className="composer-paper">
        <div className="composer-modes">
          <Tabs
            look="soft"
            label="Write"
            value={mode}
            onChange={(next) => {
              drafts.setMode(ticketId, next)
              requestFocus('composer')
            }}
            tabs={[
              { value: 'reply', label: 'Reply', icon: <ReplyIcon size={13} /> },
              { value: 'note', label: 'Internal note', icon: <Lock size={13} /> },
            ]}
          />
          <Destination ticket={ticket} isNote={isNote} />
        </div>
        {!isNote && holder !== null ? (
          <LockBar ticket={ticket} holder={holder} />
        ) : (
          <>
            {isEditing ? <EditLine ticketId={ticketId} /> : !isNote && <QuoteLine ticket={ticket} />}
            <Field
              key={`${ticketId} ${mode} ${isEditing ? editing.outboxId : ''}`}
              ticket={ticket}
              mode={mode}
              fieldRef={field}
            />
            {!isNote && !isEditing && <AttachmentList ticketId={ticketId} />}
            {!isEditing && <Unread ticketId={ticketId} />}
            <Problem ticketId={ticketId} />
            {isEditing ? (
              <EditTools ticketId={ticketId} editing={editing} fieldRef={field} />
            ) : (
              <Tools ticket={ticket} mode={mode} fieldRef={field} />
            )}
          </>
        )}
      </div>
    </form>
  )
}

/** Words that are dragged are the field's own affair. */
const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

function Destination({ ticket, isNote }: { readonly ticket: TicketView; readonly isNote: boolean }) {
  const account = ticketAccount(ticket, useAccountList()) ?? ''
  if (isNote) return <span className="composer-to">Only your team sees this</span>
  return (
    <span className="composer-to">
      <span>Goes to </span>
      <bdi className="clip" dir="auto">
        {cleanLine(ticket.customer.name, 'No name')}
      </bdi>
      {account !== '' && (
        <span className="clip composer-as">
          {' '}
          as <bdi>{account}</bdi>
        </span>
      )}
    </span>
  )
}

function Problem({ ticketId }: { readonly ticketId: string }) {
  const problem = useSending((state) => state.problems.get(ticketId))
  if (problem === undefined) return null
  return (
    <p className="composer-problem" role="alert">
      {problem}
    </p>
  )
}

/** What was kept here could not be read: until it is, nothing is written over it. */
function Unread({ ticketId }: { readonly ticketId: string }) {
  const why = useUnreadDrafts(ticketId)
  if (why === undefined) return null
  return (
    <p className="composer-problem" role="alert">
      What was written here before could not be read, and what you write now would take its place. Nothing is
      saved or sent until it is read. {why}{' '}
      <Button
        look="link"
        size="small"
        onClick={() => {
          void drafts.open(ticketId)
          requestFocus('composer')
        }}
      >
        Try again
      </Button>
    </p>
  )
}

/** Fetches the drafts of a ticket, and saves them on leaving it, the field's window, or the app. */
function useKeptDrafts(ticketId: string) {
  useEffect(() => {
    void drafts.open(ticketId)
    window.addEventListener('blur', drafts.flush)
    window.addEventListener('pagehide', drafts.flush)
    document.addEventListener('visibilitychange', drafts.flush)
    return () => {
      drafts.flush()
      window.removeEventListener('blur', drafts.flush)
      window.removeEventListener('pagehide', drafts.flush)
      document.removeEventListener('visibilitychange', drafts.flush)
    }
  }, [ticketId])
}
