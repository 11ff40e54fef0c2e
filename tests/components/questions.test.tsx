// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { hydrateRoot } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { ChapterAnswers } from '@/components/questions/chapter-answers';
import { Check } from '@/components/questions/check';
import { Numeric } from '@/components/questions/numeric';
import { ProgressBoard } from '@/components/questions/progress-board';
import { Option, Question } from '@/components/questions/question';
import { parseAnswers } from '@/lib/answers';

const KEY = 'warm-start-answers';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  act(() => {
    localStorage.clear();
    window.dispatchEvent(new StorageEvent('storage'));
  });
});

const kept = () => parseAnswers(localStorage.getItem(KEY) ?? '');
const text = (element: Element) => element.textContent?.replaceAll('\u00a0', ' ');

const choice = (
  <Question chapter="fruit/plums" id="check-why-five" ask="Why five?">
    <Option text="For leniency" right>
      A photograph shows more than one thing.
    </Option>
    <Option text="For speed">It costs nothing either way.</Option>
  </Question>
);
const number = (
  <Numeric chapter="fruit/plums" id="check-how-many" ask="How many?" answer="28672" unit="stones">
    Because.
  </Numeric>
);
const prediction = (
  <Check chapter="fruit/plums" id="check-what-then" question="What then?">
    This.
  </Check>
);

test('every answer of a question unfolds to say whether it is right, and why', async () => {
  const { container } = render(choice);
  expect(screen.getByRole('group', { name: 'Why five?' }).id).toBe('check-why-five');
  const answers = [...container.querySelectorAll('details')];
  expect(answers.map((answer) => answer.open)).toEqual([false, false]);
  expect(answers.map((answer) => text(answer))).toEqual([
    'For leniencyRight.A photograph shows more than one thing.',
    'For speedNot this one.It costs nothing either way.',
  ]);
  await userEvent.click(screen.getByText('For speed'));
  expect(answers.map((answer) => answer.open)).toEqual([false, true]);
});

test('the first option that is unfolded is the answer, and stays it', async () => {
  render(choice);
  await userEvent.click(screen.getByText('For speed'));
  await userEvent.click(screen.getByText('For leniency'));
  await vi.waitFor(() =>
    expect(kept()?.['fruit/plums']?.['check-why-five']).toMatchObject({
      given: 'For speed',
      right: false,
      on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    }),
  );
  expect(screen.getByRole('group', { name: 'Why five?' }).dataset.answered).toBe('wrong');
});

test('an option unfolded before the scripts ran counts', async () => {
  const host = document.createElement('div');
  host.innerHTML = renderToString(choice);
  document.body.append(host);
  host.querySelector('details')!.open = true;
  const root = await act(async () => hydrateRoot(host, choice));
  expect(kept()?.['fruit/plums']?.['check-why-five']?.given).toBe('For leniency');
  act(() => root.unmount());
  host.remove();
});

test.each([
  ['28,672', 'Right.', true],
  ['28672.0', 'Right.', true],
  ['65536', 'Too high.', false],
  ['0', 'Too low.', false],
])('the number %s is answered: %s', async (typed, reply, right) => {
  const { container } = render(number);
  await userEvent.type(screen.getByRole('textbox', { name: 'Your answer, in stones' }), typed);
  await userEvent.keyboard('{Enter}');
  expect(text(screen.getByRole('status'))).toContain(reply);
  expect(container.querySelector('details')!.open).toBe(right);
  expect(kept()?.['fruit/plums']?.['check-how-many']).toMatchObject({ given: typed, right });
});

test('what is no number is asked for again and not kept', async () => {
  render(number);
  await userEvent.type(screen.getByRole('textbox'), 'many');
  await userEvent.click(screen.getByRole('button', { name: 'Answer' }));
  expect(text(screen.getByRole('status'))).toContain('Please type a number');
  expect(localStorage.getItem(KEY)).toBeNull();
});

test.each([
  [{ answer: '27', unit: 'weights' }, '27 weights'],
  [{ answer: '1250000', tolerance: '1000' }, '1,250,000 (within 1,000 is right)'],
  [{ answer: '0.076', tolerance: '0' }, '0.076'],
])('a number that is asked for unfolds as %j', (given, shown) => {
  const { container } = render(
    <Numeric chapter="fruit/plums" id="check-n" ask="How many?" {...given}>
      Because.
    </Numeric>,
  );
  expect(text(container.querySelector('.question-ask')!)).toBe('How many?');
  expect(text(container.querySelector('.answer-verdict')!)).toBe(shown);
});

test('a prediction is judged by the reader, who may think again', async () => {
  render(prediction);
  await userEvent.click(screen.getByRole('button', { name: 'I had it', hidden: true }));
  expect(kept()?.['fruit/plums']?.['check-what-then']?.right).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'I had something else', hidden: true }));
  expect(kept()?.['fruit/plums']?.['check-what-then']?.right).toBe(false);
});

test('below the questions stands how many are answered; clearing takes this chapter only', async () => {
  const other = { given: 'x', right: true, on: '2026-01-01' };
  localStorage.setItem(KEY, JSON.stringify({ v: 1, answers: { 'fruit/pears': { q: other } } }));
  render(
    <>
      {number}
      <ChapterAnswers chapter="fruit/plums" questions={['check-how-many', 'check-why-five']} />
    </>,
  );
  const line = () => screen.getAllByRole('status').map(text).join(' ');
  expect(line()).toContain('2 questions.');
  await userEvent.type(screen.getByRole('textbox'), '28672{Enter}');
  expect(line()).toContain('1 of 2 answered, 1 rightly.');
  await userEvent.click(screen.getByRole('button', { name: 'Clear these' }));
  expect(line()).toContain('2 questions.');
  expect(kept()).toEqual({ 'fruit/pears': { q: other } });
});

test('a browser that keeps nothing says so and still counts, until it keeps again', async () => {
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  render(
    <>
      {number}
      <ChapterAnswers chapter="fruit/plums" questions={['check-how-many']} />
    </>,
  );
  const line = () => screen.getAllByRole('status').map(text).join(' ');
  await userEvent.type(screen.getByRole('textbox'), '28672{Enter}');
  expect(line()).toContain('1 of 1 answered');
  expect(line()).toContain('This browser keeps nothing');
  vi.unstubAllGlobals();
  await userEvent.click(screen.getByRole('button', { name: 'Clear these' }));
  expect(line()).toContain('Your answers stay in this browser');
});

const board = (
  <ProgressBoard
    chapters={[
      { name: 'fruit/plums', title: 'Plums', href: '/x/fruit/plums/', questions: ['a', 'b'] },
    ]}
  />
);
const chooseFile = (content: string) =>
  userEvent.upload(
    screen.getByLabelText('Bring back from a file'),
    new File([content], 'answers.json', { type: 'application/json' }),
  );

test('answers come back from a file, and what makes no sense in it is left out', async () => {
  render(board);
  const answer = { given: 'x', right: true, on: '2026-01-01' };
  await chooseFile(
    JSON.stringify({ v: 1, answers: { 'fruit/plums': { a: answer, b: { right: 'yes' } }, c: 3 } }),
  );
  expect(await screen.findByText(/Brought back/)).toBeDefined();
  expect(kept()).toEqual({ 'fruit/plums': { a: answer } });
  const cells = screen.getAllByRole('row')[1]!.querySelectorAll('td');
  expect([...cells].map(text)).toEqual(['2', '1', '1']);
});

test('a file that holds no answers changes nothing and says so', async () => {
  render(board);
  await chooseFile('{"v": 2}');
  expect(await screen.findByText(/no file of answers/)).toBeDefined();
  expect(localStorage.getItem(KEY)).toBeNull();
});

test('all answers are cleared at the second press only', async () => {
  localStorage.setItem(
    KEY,
    JSON.stringify({ v: 1, answers: { 'fruit/plums': { a: { given: '', right: true, on: '' } } } }),
  );
  render(board);
  await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
  expect(kept()).not.toEqual({});
  await userEvent.click(screen.getByRole('button', { name: 'Really clear all?' }));
  expect(localStorage.getItem(KEY)).toBeNull();
});
