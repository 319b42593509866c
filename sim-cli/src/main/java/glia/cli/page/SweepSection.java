package glia.cli.page;

/**
 * The sweep as it was asked for.
 *
 * @param text in YAML
 */
record SweepSection(String text) implements Section {
    @Override
    public String id() {
        return "sweep";
    }

    @Override
    public String heading() {
        return "Sweep";
    }

    @Override
    public void write(Html html) {
        html.element("pre", text, "tabindex", "0", "aria-label", "The sweep in YAML");
    }
}
