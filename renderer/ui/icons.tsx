import type { ReactNode } from 'react'

/** Line icons of 16 units, drawn in the colour of the text around them. */
function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      focusable="false"
    >
      {children}
    </svg>
  )
}

export function BoardIcon() {
  return (
    <Icon>
      <path d="M2 3h12M2 6.5h12M2 10h12M2 13.5h8" />
    </Icon>
  )
}

export function StatusIcon() {
  return (
    <Icon>
      <path d="M1.5 8.5h3l2-5 3 9 2-4h3" />
    </Icon>
  )
}

/** Two sets that share something. */
export function AnalysisIcon() {
  return (
    <Icon>
      <circle cx="5.75" cy="8" r="4.25" />
      <circle cx="10.25" cy="8" r="4.25" />
      <path d="M8 5.5v5" />
    </Icon>
  )
}

export function AttainmentIcon() {
  return (
    <Icon>
      <path d="M2 2.5v11h12M5 11V8M8 11V5.5M11 11V7" />
    </Icon>
  )
}

export function PolicyIcon() {
  return (
    <Icon>
      <path d="M4 1.5h5.5l3 3v10H4zM9.5 1.5v3h3M6.5 8h3.5M6.5 11h3.5" />
    </Icon>
  )
}

export function SourcesIcon() {
  return (
    <Icon>
      <ellipse cx="8" cy="3.5" rx="5.5" ry="2" />
      <path d="M2.5 3.5v9c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2v-9M2.5 8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2" />
    </Icon>
  )
}

export function WallIcon() {
  return (
    <Icon>
      <rect x="1.5" y="2.5" width="13" height="8.5" rx="1" />
      <path d="M8 11v2.5M5 13.5h6" />
    </Icon>
  )
}

export function SettingsIcon() {
  return (
    <Icon>
      <path d="M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6" />
      <circle cx="10" cy="4.5" r="2" />
      <circle cx="6" cy="11.5" r="2" />
    </Icon>
  )
}

export function SearchIcon() {
  return (
    <Icon>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.5 3.5" />
    </Icon>
  )
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" />
    </Icon>
  )
}

export function CheckIcon() {
  return (
    <Icon>
      <path d="m3 8.5 3.5 3.5L13 4.5" />
    </Icon>
  )
}

export function ChevronDownIcon() {
  return (
    <Icon>
      <path d="m4 6.5 4 4 4-4" />
    </Icon>
  )
}

export function ChevronRightIcon() {
  return (
    <Icon>
      <path d="m6.5 4 4 4-4 4" />
    </Icon>
  )
}

export function PlusIcon() {
  return (
    <Icon>
      <path d="M8 3v10M3 8h10" />
    </Icon>
  )
}

export function ExternalIcon() {
  return (
    <Icon>
      <path d="M9.5 2.5h4v4M13.5 2.5 7.5 8.5M11.5 9.5v4h-9v-9h4" />
    </Icon>
  )
}

export function RefreshIcon() {
  return (
    <Icon>
      <path d="M13.5 8a5.5 5.5 0 1 1-1.6-3.9M13.5 1.5v3h-3" />
    </Icon>
  )
}

export function AppearanceIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5v11a5.5 5.5 0 0 0 0-11Z" fill="currentColor" />
    </Icon>
  )
}

export function PersonIcon() {
  return (
    <Icon>
      <circle cx="8" cy="5" r="3" />
      <path d="M2.5 14c.6-3 2.7-4.5 5.5-4.5s4.9 1.5 5.5 4.5" />
    </Icon>
  )
}

export function MoreIcon() {
  return (
    <Icon>
      <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.5" />
    </Icon>
  )
}

export function BellIcon() {
  return (
    <Icon>
      <path d="M3 11.5c1-1 1.3-2.2 1.3-4.3a3.7 3.7 0 0 1 7.4 0c0 2.1.3 3.3 1.3 4.3zM6.6 13.8c.3.5.8.7 1.4.7s1.1-.2 1.4-.7" />
    </Icon>
  )
}
