// Each scenario wants the machine for itself, and says how long things took.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
