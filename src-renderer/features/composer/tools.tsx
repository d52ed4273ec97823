import { ChevronUp, Paperclip, SendHorizontal, StickyNote } from 'lucide-react'
import type { RefObject } from 'react'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { type Mode, useDrafts } from '../../desk/draft-store'
import { parseMarks } from '../../desk/marks'
import { useAtNow } from '../../desk/now-store'
import { obstacleOf } from '../../desk/obstacle'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { ariaKeys } from '../../ui/key-words'
import { Menu, MenuItem } from '../../ui/menu'
import { pickFiles } from './attach'
import { FormatMenu } from './format-menu'
import { LengthCount } from './length-count'
import { addNote, sayProblem, sendReply, useSending } from './send-store'
import { SubmitButton } from './submit-button'
import { tooMuch } from './too-much'

export interface ToolsProps {
  readonly ticket: TicketView
  readonly mode: Mode
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>
}

/** Under the field: files and formatting on the left, the ways to send on the right. */
export function Tools({ ticket, mode, fieldRef }: ToolsProps) {
  const ticketId = ticket.id
  const draft = useDrafts(ticketId)
  const isBusy = useSending((state) => state.busy.has(ticketId))
  const isNote = mode === 'note'
  const source = draft[mode].text.trim()
  const length = isNote ? source.length : parseMarks(source).text.length
  const isLong = tooMuch(mode, length, draft.attachments.length) !== null
  const isEmpty = length === 0 && (isNote || draft.attachments.length === 0)
  // The line over the composer says why.
  const isBarred = useAtNow((now) => obstacleOf(ticket, now)?.isFinal === true)
  const isGone = !isNote && isBarred
  const isOff = isBusy || isEmpty || isLong || isGone
  return (
    <div className="composer-tools">
      {!isNote && (
        <>
          <IconButton
            label="Attach file"
            side="top"
            icon={<Paperclip size={15} />}
            onClick={() => void pickFiles(ticketId).then((why) => sayProblem(ticketId, why))}
          />
          <FormatMenu fieldRef={fieldRef} />
        </>
      )}
      <LengthCount mode={mode} length={length} files={draft.attachments.length} />
      <span className="spacer" />
      {isNote ? (
        <SubmitButton look="dark" text="Add note" isOff={isOff} onClick={() => void addNote(ticketId)}>
          Add note
          <StickyNote size={15} />
        </SubmitButton>
      ) : (
        <>
          <Button
            look="quiet"
            size="small"
            className="composer-wide"
            disabled={isOff}
            aria-keyshortcuts={ariaKeys('Mod+Shift+Enter')}
            onClick={() => void sendReply(ticketId, 'wait')}
          >
            Send and wait
          </Button>
          <Button
            look="quiet"
            size="small"
            className="composer-wide"
            disabled={isOff}
            aria-keyshortcuts={ariaKeys('Mod+Alt+Enter')}
            onClick={() => void sendReply(ticketId, 'resolve')}
          >
            Send and resolve
          </Button>
          <span className="composer-narrow">
            <Menu
              side="top"
              align="end"
              trigger={
                <Button
                  look="quiet"
                  size="small"
                  className="square"
                  aria-label="More ways to send"
                  disabled={isOff}
                >
                  <ChevronUp size={15} />
                </Button>
              }
            >
              <MenuItem keys="Mod+Shift+Enter" onClick={() => void sendReply(ticketId, 'wait')}>
                Send and wait
              </MenuItem>
              <MenuItem keys="Mod+Alt+Enter" onClick={() => void sendReply(ticketId, 'resolve')}>
                Send and resolve
              </MenuItem>
            </Menu>
          </span>
          <SubmitButton
            look="primary"
            text="Send"
            isOff={isOff}
            onClick={() => void sendReply(ticketId, 'nothing')}
          >
            Send
            <SendHorizontal size={15} />
          </SubmitButton>
        </>
      )}
    </div>
  )
}
