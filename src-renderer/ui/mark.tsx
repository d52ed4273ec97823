import './mark.css'
import { classNames } from './class-names'
import { Shape } from './shape'

/** The desk's mark: a speech bubble with two lines of a list. */
export function Mark({ size = 'small' }: { readonly size?: 'small' | 'large' }) {
  return (
    <span className={classNames('mark', size === 'large' && 'large')} aria-hidden="true">
      <Shape size={size === 'small' ? 19 : 23}>
        <path
          fill="currentColor"
          stroke="none"
          fillRule="evenodd"
          d="M5 3h14a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3h-5.2L8.6 22.2A1 1 0 0 1 7 21.4V18H5a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3zm2 4v2h10V7zm0 4.5v2h6v-2z"
        />
      </Shape>
    </span>
  )
}
