import type { Metadata } from 'next';
import { loadChapter } from '@/components/prose/chapters';
import { ProgressBoard } from '@/components/questions/progress-board';
import { chapterName, chapters } from '@/lib/contents';
import { chapterPath, href } from '@/lib/site';

export const metadata: Metadata = {
  title: 'Your answers',
  description:
    'Which self-check questions you have answered, chapter by chapter; kept in your browser, to be saved to a file or cleared.',
};

export default async function Page() {
  const board = chapters.map(async ({ part, chapter }) => {
    const { meta, questions } = await loadChapter(part, chapter);
    return {
      name: chapterName(part, chapter),
      title: meta.title,
      href: href(chapterPath(part, chapter)),
      questions: questions.map(({ id }) => id),
    };
  });
  return (
    <div className="page page-narrow">
      <h1 className="page-title">Your answers</h1>
      <p className="page-lead">
        Every chapter ends with a few questions. What you answered is kept in this browser and
        nowhere else: no account, no server. Save it to a file to take it to another machine.
      </p>
      <p className="without-script">
        Keeping answers needs JavaScript, which is off here. The questions work without it: every
        answer unfolds.
      </p>
      <ProgressBoard chapters={await Promise.all(board)} />
    </div>
  );
}
