import type { IntakeQuestion } from '../../../src-preload/contract/intake'
import { ticketPriorities } from '../../../src-preload/contract/priorities'
import { Select } from '../../ui/select'
import { Switch } from '../../ui/switch'
import { FieldError, TextField } from '../../ui/text-field'
import { conditionWords, offeredConditions } from './condition-words'
import { changeQuestion, ofKind, takesChoice } from './form-edits'
import { editForm, errorAt, formNow, saveForm, useFormDraft } from './form-store'
import { kindWords, offeredKinds } from './kind-words'
import { NumberField } from './number-field'
import { OptionList } from './option-list'

interface QuestionFieldsProps {
  readonly question: IntakeQuestion
  readonly place: number
  readonly earlier: readonly IntakeQuestion[]
}

const always = 'always'

/** Everything that can be said of one question. Each change is kept at once. */
export function QuestionFields({ question, place, earlier }: QuestionFieldsProps) {
  const wrong = useFormDraft((state) => state.wrong)
  const { key, kind, text, label, required, onlyIf, options } = question
  const errorOf = (field: string) => errorAt(wrong, place, field)
  const change = (part: Partial<IntakeQuestion>, isTyping = false) =>
    editForm(changeQuestion(formNow(), key, part), isTyping)
  const save = () => void saveForm()
  const conditions = offeredConditions(earlier)
  const condition = onlyIf ? `${onlyIf.key}=${onlyIf.value}` : always
  const isLost = onlyIf !== null && !conditions.some(({ value }) => value === condition)

  function choose(value: string) {
    const [of = '', is = ''] = value.split('=')
    change({ onlyIf: value === always ? null : { key: of, value: is } })
  }

  return (
    <>
      <TextField
        label="Question"
        dir="auto"
        maxLength={300}
        value={text}
        error={errorOf('text')}
        onChange={(event) => change({ text: event.target.value }, true)}
        onBlur={save}
      />
      <div className="question-pair">
        <TextField
          label="Called on the ticket"
          dir="auto"
          maxLength={40}
          value={label}
          error={errorOf('label') ?? errorOf('key')}
          onChange={(event) => change({ label: event.target.value }, true)}
          onBlur={save}
        />
        <div className="field-block">
          <span className="field-label">Kind of answer</span>
          <Select
            label="Kind of answer"
            value={kind}
            onChange={(next) => change(ofKind(question, next))}
            options={offeredKinds.map((value) => {
              const { title, icon: Icon } = kindWords[value]
              return { value, label: title, icon: <Icon size={15} /> }
            })}
          />
        </div>
      </div>
      {takesChoice(kind) && (
        <OptionList
          options={options}
          priorities={kind === 'urgency' ? ticketPriorities : null}
          errorOf={(field) => errorOf(field)}
          onChange={(next, isTyping) => change({ options: next }, isTyping)}
          onLeave={save}
        />
      )}
      {kind === 'text' && (
        <NumberField
          label="At most, characters"
          empty="4,096, what Telegram takes"
          value={question.maxLength}
          error={errorOf('maxLength')}
          onChange={(maxLength) => change({ maxLength })}
        />
      )}
      {kind === 'number' && (
        <div className="question-pair">
          <NumberField
            label="At least"
            empty="Any"
            value={question.min}
            error={errorOf('min')}
            onChange={(min) => change({ min })}
          />
          <NumberField
            label="At most"
            empty="Any"
            value={question.max}
            error={errorOf('max')}
            onChange={(max) => change({ max })}
          />
        </div>
      )}
      <div className="question-pair">
        <div className="field-block">
          <span className="field-label">Asked</span>
          <Select
            label="Asked"
            value={condition}
            onChange={choose}
            options={[
              { value: always, label: 'Always' },
              ...conditions,
              ...(isLost ? [{ value: condition, label: conditionWords(question, earlier) ?? '' }] : []),
            ]}
          />
          {errorOf('onlyIf') && <FieldError>{errorOf('onlyIf')}</FieldError>}
        </div>
        <div className="question-required">
          <div>
            <span className="field-label">Must be answered</span>
            <span className="field-hint">Off: the customer gets a Skip button.</span>
          </div>
          <Switch label="Must be answered" on={required} onChange={(next) => change({ required: next })} />
        </div>
      </div>
    </>
  )
}
