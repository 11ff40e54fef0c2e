/** What every figure must do, one by one: at the root only, since nothing of it depends on the path. */
import type { Locator } from '@playwright/test';
import { FIGURES as ENTRIES, type FigureId } from '@/components/figures/registry';
import type { Control } from '@/lib/url-state';
import { FIGURES, expect, liveFigure, test } from './site';

/** Not by way of the datasets: their files are for the build. */
const specOf = async (id: FigureId) => (await ENTRIES[id].spec()).spec;

/** Sets a control to something else than its default, as a reader would. */
async function setOtherwise(figure: Locator, control: Control) {
  const field = figure.locator(`[name="${control.key}"]`);
  const folded = figure.locator('.figure-more:not([open]) > summary');
  if (control.more && (await folded.count())) await folded.click();
  switch (control.kind) {
    case 'choice': {
      const select = figure.locator(`select[name="${control.key}"]`);
      const radios = figure.locator(`input[name="${control.key}"]`);
      const options = (await select.count()) ? select.locator('option') : radios;
      // A choice may depend on another and offer fewer: what stands there counts.
      const values = await options.evaluateAll((all) =>
        all.map((option) => (option as HTMLInputElement).value),
      );
      const other = values.find((value) => value !== control.default)!;
      if (await select.count()) return select.selectOption(other);
      return figure.locator(`input[name="${control.key}"][value="${other}"]`).check();
    }
    case 'set':
      return field.first().click();
    case 'toggle':
      return field.click();
    case 'text':
      return field.fill('bert, a small test');
    case 'number': {
      if (control.input === 'field') return field.fill(String(control.min));
      await field.focus();
      return field.press(control.default === control.max ? 'Home' : 'End');
    }
  }
}

/** What stands in the form, as the browser would send it. */
const settingsOf = (figure: Locator) =>
  figure
    .locator('form.figure-controls')
    .evaluateAll((forms) =>
      forms.map((form) => [...new FormData(form as HTMLFormElement)].map(String)),
    );

for (const id of FIGURES) {
  test(`every control of ${id} is in the address, and the address gives the picture back`, async ({
    page,
  }) => {
    const { controls } = await specOf(id as FigureId);
    await page.goto(`figures/${id}/`);
    const figure = await liveFigure(page, id);
    for (const control of controls) {
      await setOtherwise(figure, control);
      await expect(page).toHaveURL(new RegExp(`[?&]${control.key}=`));
    }
    const again = await page.context().newPage();
    await again.goto(page.url());
    const copy = await liveFigure(again, id);
    // The picture follows the settings a moment later, in both.
    const pictureIn = (one: Locator) => one.locator('.figure-picture svg').first().innerHTML();
    await expect
      .poll(async () => (await pictureIn(copy)) === (await pictureIn(figure)), { message: id })
      .toBe(true);
    const said = await figure.locator('.figure-picture').getAttribute('aria-label');
    expect(await copy.locator('.figure-picture').getAttribute('aria-label')).toBe(said);
    // Pictures may be alike though a setting was lost: some say little of what others hide.
    expect(await settingsOf(copy)).toEqual(await settingsOf(figure));
  });
}

/** Every text of a picture, in order: names, ticks, legend. */
const textsOf = (svg: Element) => [...svg.querySelectorAll('text')].map((t) => t.textContent);

for (const id of FIGURES) {
  test(`going live moves nothing, keeps the picture and says the same in the table: ${id}`, async ({
    page,
  }) => {
    await page.route(/\/(data|figures)\/[^/]+\.json$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    for (const [width, layout] of [
      [390, 'narrow'],
      [1440, 'wide'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`figures/${id}/`);
      const figure = page.locator(`[data-figure="${id}"]`);
      await expect(figure.locator('[data-live]')).toHaveAttribute('data-live', 'no');
      const before = await figure.boundingBox();
      const still = await figure.locator(`.figure-picture-${layout} svg`).evaluate(textsOf);
      expect(still.length).toBeGreaterThan(5);
      await liveFigure(page, id);
      const after = await figure.boundingBox();
      expect(after?.height, `height at ${width}`).toBeCloseTo(before?.height ?? 0, 0);
      const live = figure.locator('.figure-picture svg').first();
      expect(await live.evaluate(textsOf), `texts at ${width}`).toEqual(still);
    }
    const figure = page.locator(`[data-figure="${id}"]`);
    const marks = await figure.locator('[data-reading]').count();
    expect(marks).toBeGreaterThan(3);
    await figure.getByText('Show as table').click();
    await expect(figure.locator('.figure-table tbody tr')).toHaveCount(marks);
  });
}
