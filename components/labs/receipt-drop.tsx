'use client';

/** Where a receipt can be dropped, and the field behind “Open a receipt”. */
import type { DragEvent, ReactNode, RefObject } from 'react';

interface Props {
  picker: RefObject<HTMLInputElement | null>;
  onFile: (file: File) => void;
  children: ReactNode;
}

/** Text that is dragged is none of ours: it may be meant for a field in the lab. */
const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');

export function ReceiptDrop({ picker, onFile, children }: Props) {
  return (
    <div
      onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        const file = event.dataTransfer.files[0];
        if (!file) return;
        event.preventDefault();
        onFile(file);
      }}
    >
      {children}
      <input
        ref={picker}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          // So that the same file can be chosen again.
          target.value = '';
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
