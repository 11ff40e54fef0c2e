import type { Metadata } from 'next';
import { Corrections } from '@/components/data/corrections';
import { dataset } from '@/data';
import { href } from '@/lib/site';

export const metadata: Metadata = {
  title: 'About',
  description:
    'How this field guide is made, what its numbers rest on, what it corrects in common accounts, and how to correct it.',
};

export default function Page() {
  const { rows } = dataset('corrections');
  const gaps = rows.filter(({ verdict }) => verdict === 'missing').length;
  return (
    <div className="page">
      <h1 className="page-title">How this guide is made</h1>
      <div className="page-text">
        <p className="page-lead">
          It is written for a student who wants to understand, a lecturer who wants to check, and a
          school that wants to host it on a server of its own.
        </p>
        <p>
          On this page: <a href="#numbers">where the numbers come from</a>,{' '}
          <a href="#text">how a chapter is made</a>, <a href="#correct-us">how to correct us</a>,{' '}
          <a href="#privacy">what it does not do</a>, <a href="#licence">licences</a>, and{' '}
          <a href="#corrections">what we corrected, and why</a>.
        </p>
        <h2 id="numbers">Where the numbers come from</h2>
        <p>
          A number is kept together with its unit, the work it is from, the place in that work, and
          a word on how we know it: <em>reported</em> by the source, <em>estimated</em> by somebody,
          <em>derived</em> by a formula of ours, or <em>measured</em> by a program of ours that
          anybody can run again. We also keep which text was read, the work itself or another that
          quotes it. What nobody has seen in a text stays off the pages. The text, the tables and
          the figures all read the same <a href={href('/data/')}>datasets</a>, so they cannot
          disagree.
        </p>
        <h2 id="text">How a chapter is made</h2>
        <p>
          One of us writes it from the sources; another, who did not write it, holds its numbers and
          claims against those sources, works every example again and mends what does not hold. What
          none of us could read in full is named at the end of the chapter. A machine then checks
          what a machine can: that every link, citation and value leads somewhere, that no sentence
          stands twice, that sections stay short and sentences readable.
        </p>
        <h2 id="correct-us">How to correct us</h2>
        <p>
          Every value is a line in a file under <code>data/</code>. Change it together with its
          source and its place in the source; one command, <code>npm run check:data</code>, says
          whether it still holds together. <code>docs/data.md</code> in the code says how, step by
          step.
        </p>
        <h2 id="privacy">What it does not do</h2>
        <p>
          No page asks another server for anything. There are no cookies, no accounts and no
          counters. Your choice of theme and your answers to the questions are kept in your browser
          and nowhere else; you can <a href={href('/progress/')}>see, save and clear the answers</a>
          .
        </p>
        <h2 id="licence">Licences and type</h2>
        <p>
          Text and data: Creative Commons Attribution 4.0. Code: MIT. Set in Source Serif 4 and
          Source Sans 3, under the SIL Open Font Licence.
        </p>
        <h2 id="corrections">What we corrected, and why</h2>
        <p>
          Much of what is told about this field is nearly right. We held a widely read account
          against the sources, claim by claim: {rows.length - gaps} claims did not hold as they
          stood, and {gaps} places were left empty. They are{' '}
          <a href={href('/data/corrections/')}>a dataset</a> too.
        </p>
        <Corrections />
      </div>
    </div>
  );
}
