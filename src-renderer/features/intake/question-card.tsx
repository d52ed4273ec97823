import { ArrowDown, ArrowUp, ChevronDown, CornerDownRight, GripVertical, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import type { IntakeQuestion } from '../../../src-preload/contract/intake'
import { cleanLine } from '../../desk/plain-text'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { IconButton } from '../../ui/icon-button'
import { conditionWords } from './condition-words'
import { kindWords } from './kind-words'
import { QuestionFields } from './question-fields'

export interface QuestionCardProps {
  readonly question: IntakeQuestion
  /** Counted from 0. */
  readonly place: number
  readonly count: number
  /** The questions asked before it. */
  readonly earlier: readonly IntakeQuestion[]
  readonly isOpen: boolean
  readonly isWrong: boolean
  /** Where a dragged question would go. */
  readonly mark: 'before' | 'after' | 'dragged' | null
  readonly onToggle: () => void
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
  readonly drag: { readonly start: () => void; readonly end: () => void }
}

/** One question: its line, and its fields when it is open. Alt and an arrow move it. */
export function QuestionCard(props: QuestionCardProps) {
  const { question, place, count, earlier, isOpen, isWrong, mark, onToggle, onMove, onRemove, drag } = props
  const head = useRef<HTMLButtonElement>(null)
  const { title, icon: Icon } = kindWords[question.kind]
  const words = cleanLine(question.text, 'No words yet')
  const condition = conditionWords(question, earlier)

  function press(event: KeyboardEvent) {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0 || !event.altKey) return
    event.preventDefault()
    if (place + by < 0 || place + by >= count) return
    onMove(place + by)
    // Moving takes the element out and in again: the focus goes along.
    requestAnimationFrame(() => head.current?.focus())
  }

  return (
    <li className={classNames('question-card', isOpen && 'open', isWrong && 'wrong', mark)} onKeyDown={press}>
      <div className="question-head">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone; Alt and the arrows do the same */}
        <span
          className="question-grip"
          draggable
          title="Drag to move, or press Alt and an arrow"
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            event.dataTransfer.setData('text/plain', question.key)
            const card = event.currentTarget.closest('li')
            if (card) event.dataTransfer.setDragImage(card, 12, 20)
            drag.start()
          }}
          onDragEnd={drag.end}
        >
          <GripVertical size={15} />
        </span>
        <button
          ref={head}
          type="button"
          className="question-open"
          aria-expanded={isOpen}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={onToggle}
        >
          <span className="question-number">{place + 1}</span>
          <span className="question-words">
            <bdi className="clip">{words}</bdi>
            <span className="clip muted">
              {title}
              {!question.required && ', may be skipped'}
            </span>
            {condition && (
              <span className="clip question-condition">
                <CornerDownRight size={13} />
                {condition}
              </span>
            )}
          </span>
          <Icon size={15} />
          <ChevronDown size={15} className="question-arrow" />
        </button>
      </div>
      {isOpen && (
        <div className="question-body">
          <QuestionFields question={question} place={place} earlier={earlier} />
          <footer>
            <IconButton
              label="Move up"
              icon={<ArrowUp size={15} />}
              disabled={place === 0}
              onClick={() => onMove(place - 1)}
            />
            <IconButton
              label="Move down"
              icon={<ArrowDown size={15} />}
              disabled={place === count - 1}
              onClick={() => onMove(place + 1)}
            />
            <span className="spacer" />
            <Button look="danger" size="small" icon={<Trash2 size={14} />} onClick={onRemove}>
              Delete question
            </Button>
          </footer>
        </div>
      )}
    </li>
  )
}
