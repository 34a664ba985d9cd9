import { Component, type ReactNode } from 'react';

/** What to show instead of children that threw. */
export interface ErrorBoundaryProps {
  fallback: ReactNode;
  /** Called once per failure, for diagnostics. */
  onError?: (error: unknown) => void;
  children: ReactNode;
}

/** Keeps a failure of one part from taking the whole page away. React offers this to class components only. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError?.(error);
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
