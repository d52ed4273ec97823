import './questions.css'
import { CircleAlert, Plus } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import type { IntakeQuestion } from '../../../src-preload/contract/intake'
import { toast } from '../../desk/toast-store'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { Menu, MenuItem } from '../../ui/menu'
import { Switch } from '../../ui/switch'
import { addQuestion, bringBack, moveQuestion, removeQuestion } from './form-edits'
import { editForm, formNow, openQuestion, useForm, useFormDraft, wrongPlace } from './form-store'
import { kindWords, offeredKinds } from './kind-words'
import { QuestionCard } from './question-card'

/** The questions of the bot: in order, one of them open at a time. Saved as they are written. */
export function FormEditor() {
  const form = useForm()
  const { wrong, open } = useFormDraft()
  const [moved, setMoved] = useState('')
  const drag = useDrag()
  const list = useRef<HTMLOListElement>(null)
  const isNew = useRef(false)
  const isFull = form.questions.length >= 20
  const bad = wrongPlace(wrong)

  function move(question: IntakeQuestion, to: number) {
    const next = moveQuestion(formNow(), question.key, to)
    const place = next.questions.findIndex(({ key }) => key === question.key) + 1
    editForm(next)
    setMoved(`${question.label} is now question ${place} of ${next.questions.length}`)
  }

  /** Who adds a question words it next. */
  function fieldOfNew(): HTMLElement | null {
    if (!isNew.current) return null
    isNew.current = false
    return list.current?.querySelector<HTMLElement>('.question-card.open input') ?? null
  }

  function remove(question: IntakeQuestion) {
    const before = formNow()
    editForm(removeQuestion(before, question.key))
    toast({
      tone: 'good',
      text: `Question “${question.label}” deleted`,
      action: { label: 'Undo', run: () => editForm(bringBack(formNow(), before, question.key)) },
    })
  }

  return (
    <section aria-label="Questions of the bot">
      <header className="intake-head">
        <div>
          <h3>Questions of the bot</h3>
          <p>
            {form.isOn
              ? 'Asked one by one in the private chat, before the team is told. Answers become fields of the ticket.'
              : 'Off: the first message is the ticket, nothing is asked.'}
          </p>
        </div>
        <Switch label="Ask questions" on={form.isOn} onChange={(isOn) => editForm({ ...formNow(), isOn })} />
      </header>
      {wrong && (
        <Banner tone="warn" icon={<CircleAlert />} role="status">
          {bad === null
            ? wrong.message
            : `Question ${bad + 1} cannot be saved as it is. Until it is mended, the bot asks as before.`}
        </Banner>
      )}
      <ol
        ref={list}
        className={classNames('questions', !form.isOn && 'off')}
        aria-label="Questions"
        onDragOver={drag.over}
      >
        {form.questions.map((question, place) => (
          <QuestionCard
            key={question.key}
            question={question}
            place={place}
            count={form.questions.length}
            earlier={form.questions.slice(0, place)}
            isOpen={open === question.key}
            isWrong={bad === place}
            mark={drag.markAt(place, question.key)}
            onToggle={() => openQuestion(open === question.key ? null : question.key)}
            onMove={(to) => move(question, to)}
            onRemove={() => remove(question)}
            drag={drag.of(question.key, (to) => move(question, to))}
          />
        ))}
      </ol>
      {form.questions.length === 0 && (
        <p className="questions-none">
          No question yet. Three are ready-made: category, urgency and contact.
        </p>
      )}
      <Menu
        focusAfter={fieldOfNew}
        trigger={
          <Button icon={<Plus size={14} />} disabled={isFull}>
            {isFull ? 'Twenty questions are the most' : 'Add a question'}
          </Button>
        }
      >
        {offeredKinds.map((kind) => {
          const { title, takes, icon: Icon } = kindWords[kind]
          return (
            <MenuItem
              key={kind}
              icon={<Icon size={15} />}
              onClick={() => {
                const added = addQuestion(formNow(), kind)
                editForm(added.form)
                openQuestion(added.key)
                isNew.current = true
              }}
            >
              {title} <span className="muted">{takes}</span>
            </MenuItem>
          )
        })}
      </Menu>
      <span className="hidden-text" aria-live="polite">
        {moved}
      </span>
    </section>
  )
}

/** Dragging a question by its grip: where it would go, and what happens when it is let go. */
function useDrag() {
  const [dragged, setDragged] = useState<string | null>(null)
  const [target, setTarget] = useState<number | null>(null)
  return {
    over: (event: DragEvent<HTMLElement>) => {
      if (dragged === null) return
      event.preventDefault()
      const cards = [...event.currentTarget.children]
      const at = cards.findIndex((card) => {
        const box = card.getBoundingClientRect()
        return event.clientY < box.top + box.height / 2
      })
      setTarget(at < 0 ? cards.length : at)
    },
    markAt: (place: number, key: string): 'before' | 'after' | 'dragged' | null => {
      if (dragged === key) return 'dragged'
      if (dragged === null || target === null) return null
      return target === place ? 'before' : target === place + 1 ? 'after' : null
    },
    of: (key: string, drop: (to: number) => void) => ({
      start: () => setDragged(key),
      end: () => {
        const from = formNow().questions.findIndex((question) => question.key === key)
        if (target !== null && target !== from && target !== from + 1)
          drop(target > from ? target - 1 : target)
        setDragged(null)
        setTarget(null)
      },
    }),
  }
}
