import type { ComponentProps } from 'react';

/** A heading that shows its own address. */
export function headingWithLink(Tag: 'h2' | 'h3') {
  return function Heading({ id, children }: ComponentProps<'h2'>) {
    return (
      <Tag id={id}>
        {children}
        <a className="heading-link" href={`#${id}`} aria-label="Link to this section">
          #
        </a>
      </Tag>
    );
  };
}
