import './preview.css'
import { Bot, Contact, RotateCcw, SendHorizontal } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { IntakeQuestion } from '../../../src-preload/contract/intake'
import { useAccountList } from '../../desk/accounts-store'
import { cleanLine, cleanText } from '../../desk/plain-text'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { useHandedFocus } from '../../ui/use-handed-focus'
import { takesChoice } from './form-edits'
import { useForm } from './form-store'
import { PreviewEnd } from './preview-end'
import { buttonRows, hintFor, previewRun, type TryAnswer } from './preview-run'
import { firstWords, Said } from './said'

/** The chat as a customer sees it, to be tried out. Nothing of it leaves the window. */
export function Preview() {
  const form = useForm()
  const [answers, setAnswers] = useState<ReadonlyMap<string, TryAnswer>>(new Map())
  const [misfit, setMisfit] = useState<{ readonly key: string; readonly text: string } | null>(null)
  // Questions that are still off are tried as if they were on: that is what one wants to know before.
  const run = previewRun({ ...form, isOn: true }, answers)
  const areOff = !form.isOn && form.questions.length > 0
  const { asked } = run
  const hint = misfit && asked && misfit.key === asked.key ? hintFor(asked, misfit.text) : null
  const bot = useAccountList().find(({ account }) => account.kind === 'bot')?.account
  const end = useRef<HTMLDivElement>(null)
  const length = run.exchanges.length + (hint ? 1 : 0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the chat keeps to its end as it grows
  useEffect(() => {
    const chat = end.current?.parentElement
    if (chat) chat.scrollTop = chat.scrollHeight
  }, [length, asked?.key])

  function answer(given: TryAnswer) {
    if (!asked) return
    setMisfit(null)
    setAnswers(new Map(answers).set(asked.key, given))
  }

  function write(text: string) {
    if (!asked || text.trim() === '') return
    const option = asked.options.find(({ label }) => label.toLowerCase() === text.trim().toLowerCase())
    if (takesChoice(asked.kind) && option) answer({ kind: 'option', value: option.value })
    else if (hintFor(asked, text) === null) answer({ kind: 'text', text: text.trim() })
    else setMisfit({ key: asked.key, text: text.trim() })
  }

  return (
    <aside className="preview" aria-label="Preview of the chat">
      <header>
        <span className="preview-face">
          <Bot size={17} />
        </span>
        <div>
          <bdi className="clip">{cleanLine(bot?.name ?? '', 'Your bot')}</bdi>
          <span className="muted">
            {areOff ? 'Still off. Try it: nothing is sent' : 'Try it: nothing is sent'}
          </span>
        </div>
        <IconButton
          label="Begin anew"
          icon={<RotateCcw size={15} />}
          onClick={() => {
            setAnswers(new Map())
            setMisfit(null)
          }}
        />
      </header>
      <div className="preview-chat" role="log" aria-label="Chat with the bot">
        <Said side="customer">{firstWords}</Said>
        {run.exchanges.map(({ question, said }) => (
          <Pair key={question.key} question={question} said={said} />
        ))}
        {asked && (
          <>
            <Said side="bot">{cleanText(asked.text)}</Said>
            {hint && misfit ? (
              <>
                <Said side="customer">{misfit.text}</Said>
                <Said side="bot">{`${hint}\n\n${cleanText(asked.text)}`}</Said>
              </>
            ) : null}
            <AnswerButtons question={asked} onAnswer={answer} />
          </>
        )}
        {!asked && <PreviewEnd run={run} />}
        <div ref={end} />
      </div>
      <Writing
        key={asked?.key ?? 'over'}
        asked={asked}
        over={run.exchanges.length > 0 ? 'The form is over' : 'Nothing is asked'}
        onWrite={write}
      />
    </aside>
  )
}

function Pair({ question, said }: { readonly question: IntakeQuestion; readonly said: string }) {
  return (
    <>
      <Said side="bot">{cleanText(question.text)}</Said>
      <Said side="customer">{cleanText(said)}</Said>
    </>
  )
}

interface AnswerButtonsProps {
  readonly question: IntakeQuestion
  readonly onAnswer: (answer: TryAnswer) => void
}

function AnswerButtons({ question, onAnswer }: AnswerButtonsProps) {
  const { kind, options, required } = question
  return (
    <div className="preview-buttons">
      {takesChoice(kind) &&
        buttonRows(options).map((row) => (
          <div key={row.map(({ value }) => value).join(' ')}>
            {row.map(({ value, label }) => (
              <button key={value} type="button" onClick={() => onAnswer({ kind: 'option', value })}>
                <bdi className="clip">{cleanLine(label, 'No words yet')}</bdi>
              </button>
            ))}
          </div>
        ))}
      {kind === 'contact' && (
        <div>
          <button type="button" onClick={() => onAnswer({ kind: 'text', text: '+358 40 123 4567' })}>
            <Contact size={14} />
            Share my number
          </button>
        </div>
      )}
      {!required && (
        <div>
          <button type="button" onClick={() => onAnswer({ kind: 'skip' })}>
            Skip
          </button>
        </div>
      )}
    </div>
  )
}

interface WritingProps {
  readonly asked: IntakeQuestion | null
  /** In the place of the field's words when nothing is asked any more. */
  readonly over: string
  readonly onWrite: (text: string) => void
}

function Writing({ asked, over, onWrite }: WritingProps) {
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useHandedFocus('preview answer', field)
  return (
    <form
      className="preview-write"
      onSubmit={(event) => {
        event.preventDefault()
        onWrite(text)
        setText('')
      }}
    >
      <input
        ref={field}
        aria-label="Answer as a customer"
        dir="auto"
        disabled={asked === null}
        placeholder={asked === null ? over : 'Answer as a customer'}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        type="submit"
        look="quiet"
        size="small"
        aria-label="Send the answer"
        disabled={text.trim() === ''}
      >
        <SendHorizontal size={16} />
      </Button>
    </form>
  )
}
